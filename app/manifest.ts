import type { MetadataRoute } from 'next';
import { appIcons } from './app-icon/icons';

/** Makes the course something that can be installed; it works without a network once it was visited. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    start_url: '/',
    name: 'Doorman: 401 and 403, met and solved',
    short_name: 'Doorman',
    description: 'Meet real 401 Unauthorized and 403 Forbidden responses, and get past them.',
    lang: 'en',
    categories: ['education', 'developer'],
    display: 'standalone',
    background_color: '#0f141d',
    theme_color: '#0f141d',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
      ...appIcons.map(({ name, size, purpose }) => ({
        src: `/app-icon/${name}`,
        type: 'image/png',
        sizes: `${size}x${size}`,
        purpose,
      })),
    ],
    shortcuts: [
      { name: 'Causes of a 401 or 403', url: '/causes' },
      { name: 'Review', url: '/review' },
    ],
  };
}

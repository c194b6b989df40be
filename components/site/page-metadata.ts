/** What a page says about itself to search engines and in previews of links to it. */
import type { Metadata } from 'next';
import { addressOf, configuredOrigin } from './origin';

/** The size at which the networks show the picture of a link. */
export const previewSize = { width: 1200, height: 630 };

interface Page {
  /** The canonical path. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** `article` where the page is one text, not a list or a tool. */
  readonly type?: 'website' | 'article';
  /** The statuses it is about, as its picture shows them. */
  readonly statuses?: readonly number[];
  /** The page whose picture it shares; left out, it has its own. */
  readonly picture?: string;
}

/** The path of the picture that app/link-preview makes for the page at `path`. */
function previewPath(path: string): string {
  return `/link-preview${path === '/' ? '/home' : path}.png`;
}

/** The metadata of a page, whole: what a page leaves out of `openGraph` it would not inherit from the layout. */
export function pageMetadata({
  path,
  title,
  description,
  type = 'website',
  statuses = [401, 403],
  picture = path,
}: Page): Metadata {
  const src = addressOf(previewPath(picture));
  const alt = inWords(title, statuses);
  const image = { url: src, ...previewSize, type: 'image/png', alt };
  return {
    // The title of the home page has the name of the site already.
    title: path === '/' ? { absolute: title } : title,
    description,
    alternates: { canonical: addressOf(path) },
    openGraph: {
      siteName: 'Doorman',
      locale: 'en_GB',
      type,
      title,
      description,
      ...(configuredOrigin && { url: addressOf(path), images: [image] }),
    },
    twitter: {
      card: 'summary_large_image',
      title,
      description,
      ...(configuredOrigin && { images: [image] }),
    },
    // The framework makes addresses absolute, with a guess where no origin is set: here they stay relative.
    ...(!configuredOrigin && {
      other: {
        'og:url': path,
        'og:image': src,
        'og:image:alt': alt,
        'twitter:image': src,
        'twitter:image:alt': alt,
      },
    }),
  };
}

function inWords(title: string, statuses: readonly number[]): string {
  const refusals = statuses.filter((status) => status >= 400);
  const gates = refusals.length ? `shut where the response is ${refusals.join(' or ')}` : 'standing open';
  return `“${title}” over three gates in a row, ${gates}.`;
}

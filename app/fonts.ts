/** The two faces that are served from here; text is set in the system's own. */
import localFont from 'next/font/local';

/** Headings. Variable weight; every first screen shows one, so it is preloaded. */
export const bricolage = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--font-bricolage',
  adjustFontFallback: 'Arial',
});

/** The wire. Its fallbacks have the same advance width, so nothing moves when it arrives; preloaded, it arrives before the first paint, and the page is laid out once. */
export const plex = localFont({
  src: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  weight: '400',
  display: 'swap',
  variable: '--font-plex',
  adjustFontFallback: false,
});

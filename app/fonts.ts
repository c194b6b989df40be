/** The two faces that are served from here; text is set in the system's own. */
import localFont from 'next/font/local';

/**
 * Headings, variable in weight. Nothing here is preloaded: on a slow phone the faces would come while the first screen is
 * laid out, and it would be laid out twice before it is seen. So it is seen first in a fallback, and stays in that where
 * the face is late: its letters are of other widths than those of a phone's own face, and a heading that is set anew moves
 * all that stands below it. The next page has the face from the cache.
 */
export const bricolage = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'optional',
  preload: false,
  variable: '--font-bricolage',
  adjustFontFallback: 'Arial',
});

/** The wire. Its fallbacks have the same advance width, so nothing moves when it arrives. */
export const plex = localFont({
  src: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  weight: '400',
  display: 'swap',
  preload: false,
  variable: '--font-plex',
  adjustFontFallback: false,
});

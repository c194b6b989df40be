/** The two faces that are served from here; text is set in the system's own. */
import localFont from 'next/font/local';

/**
 * Headings, variable in weight. A page keeps the fallback if the face is late: a heading that is set again in letters of
 * other widths moves all that stands below it. So that the face is in time, it is preloaded where the server is near
 * (lib/early/early-input.mjs); on a slow phone it would compete with the styles.
 */
export const bricolage = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'optional',
  preload: true,
  variable: '--font-bricolage',
  adjustFontFallback: 'Arial',
});

/**
 * The wire. Its fallbacks have the same advance width, but where the system rounds widths to whole pixels a line may break
 * elsewhere. So a page keeps the fallback if the face is late, and near the server it comes before the first screen.
 */
export const plex = localFont({
  src: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  weight: '400',
  display: 'optional',
  preload: true,
  variable: '--font-plex',
  adjustFontFallback: false,
});

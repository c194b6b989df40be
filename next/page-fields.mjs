// Headers that every page and every file of a build has, besides the Content-Security-Policy of pages. The front door
// writes that policy, since it is known only after the build. The sandbox writes its own, stricter headers.

/** @type {readonly { key: string, value: string }[]} */
export const pageFields = [
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
];

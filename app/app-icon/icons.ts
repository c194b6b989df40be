/** The pictures under which the course is installed. */
export const appIcons = [
  { name: '192.png', size: 192, purpose: 'any' },
  { name: '512.png', size: 512, purpose: 'any' },
  { name: 'maskable.png', size: 512, purpose: 'maskable' },
] as const;

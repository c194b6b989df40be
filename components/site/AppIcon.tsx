interface AppIconProps {
  /** In pixels. */
  readonly size: number;
  /** A `tile` has round corners of its own; `bleed` fills the square, for systems that cut their own shape. */
  readonly shape: 'tile' | 'bleed';
}

/** The three gates of app/icon.svg as a picture; a bleeding one keeps them in the middle, where no shape cuts. */
export function AppIcon({ size, shape }: AppIconProps) {
  const bleed = shape === 'bleed';
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx={bleed ? 0 : 7} fill="#0f141d" />
      <g transform={bleed ? 'translate(2 2.4) scale(0.85)' : ''}>
        <path d="M5 25V10.5a2.5 2.5 0 0 1 5 0V25" fill="#1c4a31" stroke="#4ebe7d" strokeWidth="2" />
        <path d="M12.5 25V10.5a3.5 3.5 0 0 1 7 0V25z" fill="#f1b047" />
        <path d="M21 25V10.5a3.5 3.5 0 0 1 7 0V25z" fill="#f05f58" />
      </g>
    </svg>
  );
}

import './screenshot.css';
import type { ReactNode } from 'react';

interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

interface ScreenshotProps {
  readonly light: Picture;
  readonly dark: Picture;
  /** What is to be seen, for those who do not see it. */
  readonly alt: string;
  readonly caption?: ReactNode;
}

/** A picture of a program, taken at twice its size, in the theme of the page. Pressed, it opens alone. */
export function Screenshot({ light, dark, alt, caption }: ScreenshotProps) {
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-raised">
      {caption ? (
        <figcaption className="border-b border-line px-4 py-2 text-sm text-soft">{caption}</figcaption>
      ) : null}
      {[light, dark].map(({ src, width, height }, index) => (
        <a key={src} href={src} className={index ? 'screenshot-dark' : 'screenshot-light'}>
          {/* biome-ignore lint/performance/noImgElement: it has its size already, and is compressed in the repository */}
          <img
            src={src}
            alt={alt}
            width={width / 2}
            height={height / 2}
            loading="lazy"
            decoding="async"
            className="h-auto w-full"
          />
        </a>
      ))}
    </figure>
  );
}

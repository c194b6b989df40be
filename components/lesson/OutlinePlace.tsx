'use client';
import { useEffect, useState } from 'react';

/** Where in the outline one is reading: said in its bar, marked in its list. */
export function OutlinePlace({ count }: { readonly count: number }) {
  const [place, setPlace] = useState<{ at: number; title: string }>();

  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#outline a')];
    const parts = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
    let frame = 0;
    const look = () => {
      frame = 0;
      // The last part whose heading has passed the upper third of the window.
      const line = window.innerHeight / 3;
      const at = parts.findLastIndex((part) => part && part.getBoundingClientRect().top < line);
      for (const [index, link] of links.entries()) {
        if (index === at) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
      const title = links[at]?.lastChild?.textContent ?? '';
      setPlace((now) => (now?.at === at && now.title === title ? now : { at, title }));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, []);

  if (!place || place.at < 0) return null;
  return (
    <>
      {': '}
      {place.title}
      <span className="text-faint tabular-nums"> · {`${place.at + 1} of ${count}`}</span>
    </>
  );
}

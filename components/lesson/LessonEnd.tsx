'use client';

import { useEffect, useRef } from 'react';
import { entryOf } from '@/lib/progress/progress';
import { recordLessonRead, store } from '@/lib/progress/record';

/** The end of the text: once it was in view, the lesson counts as read. */
export function LessonEnd({ slug }: { readonly slug: string }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = end.current;
    if (!place || entryOf(store.snapshot().lessons, slug)) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      recordLessonRead(slug);
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, [slug]);
  return <div ref={end} className="h-px" />;
}

'use client';
import { lazy } from 'react';

// Three lessons have one; the others do not load it.
const HandlerFigure = lazy(() => import('./HandlerFigure'));

/** Code that the reader writes as the server: its task, the code, and what a suite of requests makes of it. */
export function Handler(props: import('./HandlerFigure').HandlerProps) {
  return <HandlerFigure {...props} />;
}

'use client';
import { lazy } from 'react';

// Lessons without a drawing do not load it.
const SequencePlayer = lazy(() => import('./SequencePlayer'));

/** The button that shows the steps of the figure around it one after the other. */
export function PlaySequence() {
  return <SequencePlayer />;
}

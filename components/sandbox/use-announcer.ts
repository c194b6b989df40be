/** Sentences for a live region: the same one twice is read out twice. */
import { useCallback, useState } from 'react';

export interface Announcer {
  readonly message: { readonly text: string; readonly count: number };
  readonly announce: (text: string) => void;
}

export function useAnnouncer(): Announcer {
  const [message, setMessage] = useState({ text: '', count: 0 });
  const announce = useCallback((text: string) => setMessage(({ count }) => ({ text, count: count + 1 })), []);
  return { message, announce };
}

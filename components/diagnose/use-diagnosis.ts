import { useCallback, useEffect, useState } from 'react';
import { pasteEvent } from '@/components/search/paste';
import type { Diagnosis } from '@/lib/diagnose/diagnose';
import { withoutSecrets } from '@/lib/diagnose/secrets';
import { askEngine, type Progress, startEngine } from './engine';

/** More than this is not put into a text box: only its beginning is shown. */
const mostShown = 60_000;
/** A part of this length is looked through for secrets before the box shows it. */
const shownOfLong = 8000;

export interface Box {
  readonly shown: string;
  /** What is diagnosed: the text as it was pasted, or a file. */
  readonly whole: string | Blob;
  /** How large it is, where the box shows a part of it. */
  readonly note: string;
}

const emptyBox: Box = { shown: '', whole: '', note: '' };

export type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'failed' };

/** The box, and what became of its text. A text comes from the box itself, from a file, or from another page. */
export function useDiagnosis() {
  const [box, setBox] = useState<Box>(emptyBox);
  const [state, setState] = useState<State>({ kind: 'idle' });

  const run = useCallback((whole: string | Blob) => {
    setState({ kind: 'busy', progress: { done: 0, doing: 'Opening' } });
    askEngine(whole, (progress) => setState({ kind: 'busy', progress })).then(
      (diagnosis) => setState({ kind: 'done', diagnosis }),
      () => setState({ kind: 'failed' }),
    );
  }, []);

  const take = useCallback(
    (text: string) => {
      setBox(boxOf(text));
      run(text);
    },
    [run],
  );

  const takeFile = useCallback(
    (file: File) => {
      setBox({ shown: '', whole: file, note: `${file.name}, ${sizeOf(file.size)}` });
      run(file);
    },
    [run],
  );

  useEffect(() => {
    startEngine();
    const arrive = () => {
      const { paste, ...rest } = (window.history.state ?? {}) as { paste?: unknown };
      if (typeof paste !== 'string') return;
      // It was on its way; nothing of it stays behind.
      window.history.replaceState(rest, '');
      take(paste);
    };
    arrive();
    window.addEventListener(pasteEvent, arrive);
    return () => window.removeEventListener(pasteEvent, arrive);
  }, [take]);

  const type = (text: string) => setBox({ shown: text, whole: text, note: '' });
  const clear = () => {
    setBox(emptyBox);
    setState({ kind: 'idle' });
  };
  /** Diagnoses what stands in the box, and masks what was typed. */
  const submit = () => {
    if (typeof box.whole === 'string' && box.whole === box.shown) return take(box.whole);
    run(box.whole);
  };
  return { box, state, type, take, takeFile, submit, clear };
}

function boxOf(text: string): Box {
  if (text.length <= mostShown) return { shown: withoutSecrets(text), whole: text, note: '' };
  const note = `${sizeOf(text.length)} of text; its beginning is shown`;
  return { shown: `${withoutSecrets(text.slice(0, shownOfLong))}…`, whole: text, note };
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

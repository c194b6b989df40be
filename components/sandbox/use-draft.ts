/** The draft that is being edited: kept between visits with placeholders, so that no credential is stored. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseProgress, saveDraft } from '@/lib/progress/record';
import { onOffer, takeOffered } from '@/lib/sandbox/draft-event';
import { readShared } from '@/lib/sandbox/draft-share';
import { expandDraft, templateDraft, type Values } from '@/lib/sandbox/draft-template';

export interface DraftState {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
}

export interface DraftSource {
  readonly slug: string;
  readonly attempt: string;
  readonly start: Draft;
  readonly wallet: Values;
}

const pause = 400;

/** Begins with what a link or the text brought, else with what was kept, else with `start`. */
export function useDraft(
  { slug, attempt, start, wallet }: DraftSource,
  say: (text: string) => void,
): DraftState {
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = exerciseProgress(slug).draft;
    return kept ? expandDraft(kept, wallet) : start;
  });
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const edit = useCallback(
    (next: Draft) => {
      latest.current = next;
      setDraft(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        timer.current = undefined;
        saveDraft(slug, templateDraft(next, wallet));
      }, pause);
    },
    [slug, wallet],
  );

  useEffect(() => {
    const flush = () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      // After a reset this draft belongs to the past.
      if (exerciseProgress(slug).attempt === attempt) saveDraft(slug, templateDraft(latest.current, wallet));
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [slug, attempt, wallet]);

  useEffect(() => {
    const take = () => {
      const offered = takeOffered(slug);
      if (!offered) return;
      edit(expandDraft(offered, wallet));
      say('The request was loaded into the sandbox. Nothing is sent yet.');
    };
    const read = () => {
      const shared = readShared(window.location.hash, wallet);
      if (!shared) return;
      // The fragment is used up: a reload is to keep what was edited since.
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
      if (shared.ok) edit(shared.draft);
      say(
        shared.ok
          ? 'A shared request was loaded, with your own credentials. Nothing is sent yet.'
          : shared.reason,
      );
    };
    take();
    read();
    window.addEventListener('hashchange', read);
    const stop = onOffer(slug, take);
    return () => {
      window.removeEventListener('hashchange', read);
      stop();
    };
  }, [slug, wallet, edit, say]);

  return { draft, edit };
}

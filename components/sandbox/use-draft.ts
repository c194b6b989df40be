/** The draft that is being edited: kept between visits with placeholders, so that no credential is stored. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseProgress, saveDraft } from '@/lib/progress/record';
import { onOffer, takeOffered } from '@/lib/sandbox/draft-event';
import type { Values } from '@/lib/sandbox/draft-template';

export interface DraftSource {
  readonly slug: string;
  readonly attempt: string;
  readonly begin: Draft;
  readonly wallet: Values;
}

export interface DraftState {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
}

const pause = 400;
const loaded = {
  wallet: 'A shared request was loaded, with your own credentials. Nothing is sent yet.',
  link: 'A shared request was loaded, with credentials that came in the link. Nothing is sent yet.',
  'left-out':
    'A shared request was loaded. Its credentials did not come along: put some where it says left-out.',
} as const;
const loadTemplates = () => import('@/lib/sandbox/draft-template');

/** Begins with `begin`; what a link or the text of the page brings takes its place, and `say` tells of it. */
export function useDraft(
  { slug, attempt, begin, wallet }: DraftSource,
  say: (text: string) => void,
): DraftState {
  const [draft, setDraft] = useState(begin);
  const latest = useRef(begin);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const templates = useRef<Awaited<ReturnType<typeof loadTemplates>>>(undefined);

  const save = useCallback(() => {
    if (timer.current === undefined || !templates.current) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    // After a reset this draft belongs to the past.
    if (exerciseProgress(slug).attempt !== attempt) return;
    saveDraft(slug, templates.current.templateDraft(latest.current, wallet));
  }, [slug, attempt, wallet]);

  const edit = useCallback(
    (next: Draft) => {
      latest.current = next;
      setDraft(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void loadTemplates().then(save), pause);
      // Loaded at the first change, so that leaving the page can save at once.
      void loadTemplates().then((module) => {
        templates.current = module;
      });
    },
    [save],
  );

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  useEffect(() => {
    const take = async () => {
      const offered = takeOffered(slug);
      if (!offered) return;
      const { expandDraft } = await loadTemplates();
      edit(expandDraft(offered, wallet));
      say('The request was loaded into the sandbox. Nothing is sent yet.');
    };
    const read = async () => {
      const { hash, pathname, search } = window.location;
      if (!hash.startsWith('#draft=')) return;
      // The fragment is used up: a reload is to keep what was edited since.
      window.history.replaceState(null, '', pathname + search);
      const { readShared } = await import('@/lib/sandbox/draft-share');
      const shared = readShared(hash, wallet);
      if (!shared) return;
      if (shared.ok) edit(shared.draft);
      say(shared.ok ? loaded[shared.credentials] : shared.reason);
    };
    void take();
    void read();
    window.addEventListener('hashchange', read);
    const stop = onOffer(slug, take);
    return () => {
      window.removeEventListener('hashchange', read);
      stop();
    };
  }, [slug, wallet, edit, say]);

  return { draft, edit };
}

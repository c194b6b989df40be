/** The draft that is being edited: kept between visits with placeholders, so that no credential is stored. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseProgress, saveDraft } from '@/lib/progress/record';
import { onOffer, takeOffered } from '@/lib/sandbox/draft-event';
import type { Values } from '@/lib/sandbox/draft-template';
import type { Exchange } from '@/lib/sandbox/exchange';

export interface DraftSource {
  readonly slug: string;
  readonly attempt: string;
  readonly begin: Draft;
  readonly wallet: Values;
  /** What came so far: values that answers brought are not stored either. */
  readonly exchanges: readonly Pick<Exchange, 'request' | 'response'>[];
}

export interface DraftState {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
}

const pause = 400;
/** In a draft that was kept, the place of a value that an answer brought. */
const vacancy = /\{(?:\w+=[^{}]*)?answer-/;

async function loadTemplates() {
  const [templates, values] = await Promise.all([
    import('@/lib/sandbox/draft-template'),
    import('@/lib/sandbox/draft-values'),
  ]);
  return { ...templates, ...values };
}

/** Begins with `begin`; `say` tells what a link or the text of the page brought, and whether it took its place. */
export function useDraft(
  { slug, attempt, begin, wallet, exchanges }: DraftSource,
  say: (text: string, isLoaded: boolean) => void,
): DraftState {
  const [draft, setDraft] = useState(begin);
  const latest = useRef(begin);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const templates = useRef<Awaited<ReturnType<typeof loadTemplates>>>(undefined);
  const came = useRef(exchanges);

  const save = useCallback(() => {
    if (timer.current === undefined || !templates.current) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    // After a reset this draft belongs to the past.
    if (exerciseProgress(slug).attempt !== attempt) return;
    const { answerWallet, templateDraft } = templates.current;
    const values = { ...answerWallet(came.current, wallet), ...wallet };
    saveDraft(slug, templateDraft(latest.current, values));
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
    came.current = exchanges;
    if (!exchanges.length || !vacancy.test(JSON.stringify(latest.current))) return;
    void loadTemplates().then(({ answerWallet, expandDraft }) => {
      const filled = expandDraft(latest.current, answerWallet(exchanges, wallet));
      if (JSON.stringify(filled) === JSON.stringify(latest.current)) return;
      latest.current = filled;
      setDraft(filled);
    });
  }, [exchanges, wallet]);

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
      say('The request was loaded into the sandbox.', true);
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
      say(shared.ok ? 'A shared request was loaded, with your own credentials.' : shared.reason, shared.ok);
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

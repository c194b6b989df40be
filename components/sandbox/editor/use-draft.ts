/** The draft that is being edited: kept between visits with placeholders, so that no credential is stored. */

import { type Dispatch, useCallback, useEffect, useRef } from 'react';
import { loadExtra } from '@/components/ui/load-extra';
import { onOffer } from '@/lib/draft/event';
import type { Exchange } from '@/lib/draft/exchange';
import type { Values } from '@/lib/draft/template';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseProgress, saveDraft } from '@/lib/progress/record';
import type { AttemptEvent } from '../attempt-state';
import type { Given } from '../use-attempt';

/** What puts a draft in the place of the one before. */
export type DraftEvent = Extract<AttemptEvent, { readonly draft: Draft }>;

export interface DraftSource {
  readonly slug: string;
  readonly place: string;
  readonly attempt: string | undefined;
  /** What the page begins with; credentials in it are masked. */
  readonly opening: Draft;
  readonly given: Given | undefined;
  readonly wallet: Values;
  /** The draft has the credentials of the attempt. */
  readonly isReady: boolean;
  /** What came so far: values that answers brought are not stored either. */
  readonly exchanges: readonly Pick<Exchange, 'request' | 'response'>[];
}

const pause = 400;
/** In a draft that was stored, the place of a value that an answer brought. */
const vacancy = /\{(?:\w+=[^{}]*)?answer-/;
const loaded = {
  wallet: 'A shared request was loaded, with your own credentials.',
  link: 'A shared request was loaded, with credentials that came in the link.',
  'left-out': 'A shared request was loaded. It came without credentials: put yours where it says left-out.',
} as const;

async function loadTemplates() {
  const [templates, values] = await Promise.all([
    import('@/lib/draft/template'),
    import('@/lib/draft/values'),
  ]);
  return { ...templates, ...values };
}

/**
 * Begins with the opening, and with the credentials of the attempt once they are given: what was typed before that stays.
 * Loads what a link or the text of the page brings. Returns what dispatches an edit and stores it a moment later.
 */
export function useDraft(
  { slug, place, attempt, opening, given, wallet, isReady, exchanges }: DraftSource,
  dispatch: Dispatch<AttemptEvent>,
): (event: DraftEvent) => void {
  const latest = useRef(opening);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const templates = useRef<Awaited<ReturnType<typeof loadTemplates>>>(undefined);
  const came = useRef(exchanges);

  const save = useCallback(() => {
    if (timer.current === undefined || !templates.current || !isReady) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    // After a reset this draft belongs to the past.
    if (exerciseProgress(slug, place).attempt !== attempt) return;
    const { answerWallet, templateDraft } = templates.current;
    const values = { ...answerWallet(came.current, wallet), ...wallet };
    saveDraft(slug, place, templateDraft(latest.current, values));
  }, [slug, place, attempt, wallet, isReady]);

  const put = useCallback(
    (event: DraftEvent) => {
      latest.current = event.draft;
      dispatch(event);
    },
    [dispatch],
  );

  const edit = useCallback(
    (event: DraftEvent) => {
      put(event);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => loadExtra(loadTemplates(), save), pause);
      // Loaded at the first change, so that leaving the page can save at once.
      loadExtra(loadTemplates(), (module) => {
        templates.current = module;
      });
    },
    [put, save],
  );

  useEffect(() => {
    if (!given || isReady) return;
    const { stored, brief } = given;
    if (latest.current === opening) put({ type: 'given', draft: stored ?? brief.start });
    else edit({ type: 'given', draft: revealed(latest.current, opening, brief.start) });
  }, [given, isReady, opening, put, edit]);

  useEffect(() => {
    came.current = exchanges;
    if (!exchanges.length || !vacancy.test(JSON.stringify(latest.current))) return;
    loadExtra(loadTemplates(), ({ answerWallet, expandDraft }) => {
      const draft = expandDraft(latest.current, answerWallet(exchanges, wallet));
      if (JSON.stringify(draft) !== JSON.stringify(latest.current)) put({ type: 'edited', draft });
    });
  }, [exchanges, wallet, put]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  // What was offered before there were credentials to fill it in.
  const early = useRef<Draft>(undefined);
  useEffect(() => {
    const take = async (offered: Draft) => {
      early.current = offered;
      if (!isReady) return;
      const { expandDraft } = await loadTemplates();
      // Another one may have been offered meanwhile.
      if (early.current !== offered) return;
      early.current = undefined;
      const note = 'The request was loaded into the sandbox.';
      edit({ type: 'loaded', draft: expandDraft(offered, wallet), note });
    };
    if (early.current) void take(early.current);
    return onOffer(slug, take);
  }, [slug, wallet, isReady, edit]);

  useEffect(() => {
    if (!isReady) return;
    const read = async () => {
      const { hash, pathname, search } = window.location;
      if (!hash.startsWith('#draft=')) return;
      // The fragment is used up: a reload is to keep what was edited since.
      window.history.replaceState(null, '', pathname + search);
      const { readShared } = await import('@/lib/draft/share');
      const shared = readShared(hash, wallet);
      if (!shared) return;
      if (shared.ok) edit({ type: 'loaded', draft: shared.draft, note: loaded[shared.credentials] });
      else dispatch({ type: 'refused', note: shared.reason });
    };
    void read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [wallet, isReady, edit, dispatch]);

  return edit;
}

/** What was edited, with each part that is still as in `opening` as it is in `start`. */
function revealed(edited: Draft, opening: Draft, start: Draft): Draft {
  const fields = edited.fields.map((field) => {
    const at = opening.fields.findIndex(([name, value]) => name === field[0] && value === field[1]);
    return start.fields[at] ?? field;
  });
  return {
    method: edited.method,
    path: edited.path === opening.path ? start.path : edited.path,
    fields,
    ...(edited.body !== undefined && {
      body: edited.body === opening.body && start.body !== undefined ? start.body : edited.body,
    }),
  };
}

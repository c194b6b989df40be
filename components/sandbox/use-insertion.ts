/** Puts a credential where the learner was typing, else into the Authorization row. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Draft } from '@/lib/http-auth/draft';

type Editable = HTMLInputElement | HTMLTextAreaElement;

/** Inserts `text` and says where; `what` names it. Focus stays where it is. */
export type Insert = (text: string, what: string) => void;

/** `place` holds everything that can be typed into. */
export function useInsertion(
  place: RefObject<HTMLElement | null>,
  draft: Draft,
  edit: (draft: Draft) => void,
  say: (text: string) => void,
): Insert {
  const last = useRef<Editable>(undefined);

  useEffect(() => {
    const node = place.current;
    const note = ({ target }: FocusEvent) => {
      if (isText(target) && !target.readOnly) last.current = target;
    };
    node?.addEventListener('focusin', note);
    return () => node?.removeEventListener('focusin', note);
  }, [place]);

  return useCallback(
    (text, what) => {
      const target = last.current?.isConnected ? last.current : undefined;
      if (target) {
        target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
        // React hears of a change by this event alone.
        target.dispatchEvent(new Event('input', { bubbles: true }));
        say(`${what} was inserted into ${target.getAttribute('aria-label') ?? 'the text'}.`);
        return;
      }
      const at = draft.fields.findIndex(([name]) => name.toLowerCase() === 'authorization');
      const fields = draft.fields.filter(([name, value]) => name || value);
      edit({
        ...draft,
        fields:
          at < 0
            ? [...fields, ['Authorization', text]]
            : draft.fields.map((field, index) => (index === at ? [field[0], field[1] + text] : field)),
      });
      say(`${what} was inserted into Authorization.`);
    },
    [draft, edit, say],
  );
}

function isText(target: EventTarget | null): target is Editable {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

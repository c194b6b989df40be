/** Puts a credential where the learner was typing, else into the header that it is for. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { describeFields, withFields } from '@/lib/draft/fields';
import type { Draft } from '@/lib/http-auth/draft';

type Editable = HTMLInputElement | HTMLTextAreaElement;

/** Something to insert; `label` names it and `header` is the one that it is for, Authorization where it is left out. */
export interface Insertable {
  readonly label: string;
  readonly value: string;
  readonly header?: 'Cookie' | 'X-CSRF-Token';
}

export interface Insertion {
  /** Inserts and says where. The focus stays where it is. */
  readonly insert: (what: Insertable) => void;
  /** Writes whole header lines, whatever has the focus, and returns what it did in a sentence. */
  readonly write: (name: string, value: string) => string;
}

interface Places {
  /** Holds everything that can be typed into. */
  readonly card: RefObject<HTMLElement | null>;
  /** What is pressed to insert something. */
  readonly wallet: RefObject<HTMLElement | null>;
  /** The tools have inputs of their own: something goes into one only on the way from it to the wallet. */
  readonly tools: RefObject<HTMLElement | null>;
}

/** Follows the focus through the card; `exchanges` change when a request was sent. */
export function useInsertion(
  { card, wallet, tools }: Places,
  draft: Draft,
  edit: (draft: Draft) => void,
  announce: (text: string) => void,
  exchanges: readonly unknown[],
): Insertion {
  const inRequest = useRef<Editable>(undefined);
  const inTool = useRef<Editable>(undefined);

  useEffect(() => {
    const follow = ({ target }: Event) => {
      if (!(target instanceof Element) || wallet.current?.contains(target)) return;
      inTool.current = undefined;
      if (!isEditable(target)) return;
      if (tools.current?.contains(target)) inTool.current = target;
      else if (card.current?.contains(target)) inRequest.current = target;
    };
    // A press beside everything moves the focus without any event of it.
    const kinds = ['focusin', 'pointerdown'] as const;
    for (const kind of kinds) document.addEventListener(kind, follow);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, follow);
    };
  }, [card, wallet, tools]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once a request was sent, nobody is typing it any more.
  useEffect(() => {
    if (inRequest.current !== document.activeElement) inRequest.current = undefined;
  }, [exchanges]);

  const insert = useCallback(
    (what: Insertable) => {
      const target = [inTool.current, inRequest.current].find((input) => input?.isConnected);
      if (target) return announce(insertInto(target, what));
      const { draft: next, text } = placeInDraft(draft, what);
      edit(next);
      announce(text);
    },
    [draft, edit, announce],
  );
  const write = useCallback(
    (name: string, value: string) => {
      edit(withFields(draft, [[name, value]]));
      const text = describeFields(draft, [name]);
      announce(text);
      return text;
    },
    [draft, edit, announce],
  );
  return { insert, write };
}

/** A scheme word with the space after it, or alone. */
const schemeWord = /^[A-Za-z][\w-]*(?: +|$)/;
const bareSchemes = /^(?:Basic|Bearer|Digest|DPoP)$/i;

function insertInto(target: Editable, { value, label }: Insertable): string {
  const scheme = selectedScheme(target);
  const start = scheme ? scheme.length : (target.selectionStart ?? 0);
  const text = scheme && !scheme.endsWith(' ') ? ` ${value}` : value;
  target.setRangeText(text, start, target.selectionEnd ?? 0, 'end');
  // React hears of a change by this event alone.
  target.dispatchEvent(new Event('input', { bubbles: true }));
  const where = target.getAttribute('aria-label') ?? 'the text';
  return `${label} was inserted into ${where}${scheme ? `, after ${scheme.trim()}` : ''}.`;
}

/** The scheme word of credentials that are selected as a whole: a token that replaces them still needs it. */
function selectedScheme({ dataset, value, selectionStart, selectionEnd }: Editable): string | undefined {
  if (dataset.credential === undefined || value === '') return undefined;
  if (selectionStart !== 0 || selectionEnd !== value.length) return undefined;
  return schemeIn(value);
}

function schemeIn(value: string): string | undefined {
  const [word] = schemeWord.exec(value) ?? [];
  return word?.endsWith(' ') || bareSchemes.test(word ?? '') ? word : undefined;
}

/** Nobody was typing: the header that it is for gets it. */
function placeInDraft(draft: Draft, { label, value, header }: Insertable): { draft: Draft; text: string } {
  const name = header ?? 'Authorization';
  const before = draft.fields.find((field) => field[0].toLowerCase() === name.toLowerCase())?.[1] ?? '';
  const next =
    header === 'Cookie' ? withCookie(before, value) : header ? value : withCredentials(before, value);
  return {
    draft: withFields(draft, [[name, next]]),
    text: `${label} was inserted: ${describeFields(draft, [name])}`,
  };
}

/** A cookie takes the place of the one of its name (RFC 6265 §4.2.1). */
function withCookie(before: string, pair: string): string {
  const name = pair.slice(0, pair.indexOf('=') + 1);
  const others = before.split(/ *; */).filter((cookie) => cookie && !cookie.startsWith(name));
  return [...others, pair].join('; ');
}

/** Credentials that are complete are replaced after their scheme; others are continued. */
function withCredentials(before: string, value: string): string {
  const scheme = schemeIn(before);
  if (scheme === undefined || /[ :]$/.test(before)) return before + value;
  return `${scheme.trimEnd()} ${value}`;
}

function isEditable(target: Element): target is Editable {
  return (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && !target.readOnly;
}

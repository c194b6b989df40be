/** Values of a request that only an earlier answer can bring: a token, a cookie, a nonce. */
import type { Asked } from '@/lib/exercises/exercise';
import type { Draft } from '@/lib/http-auth/draft';
import { parseChallenges } from '@/lib/http-auth/grammar';
import type { Field } from '@/lib/http-auth/message';

/** A value, what it is called, and the number of the request whose answer brings it, from 1. */
export interface Source {
  readonly value: string;
  readonly name: string;
  readonly request: number;
}

/** What stands where a value is made for each request: a time, a proof, a signature. */
const madeNew = '‹made new for each request›';

// Short values are words, such as a token type, and stand in other places as well.
const shortest = 10;

/** The values that answers bring, in the order of the answers. */
export function answerValues(answers: readonly Asked[]): readonly Source[] {
  return answers
    .flatMap(({ body, fields }, at) =>
      [...inBody(body), ...fields.flatMap(inField)].map(([name, value]) => ({
        name,
        value,
        request: at + 1,
      })),
    )
    .filter(({ value }) => value.length >= shortest);
}

/** The draft with a name in place of each value of `sources`, and the numbers of the requests that bring them. */
export function withSources(
  draft: Draft,
  sources: readonly Source[],
): { readonly draft: Draft; readonly requests: readonly number[] } {
  const used = new Set<number>();
  const longestFirst = [...sources].sort((a, b) => b.value.length - a.value.length);
  const replace = (text: string) =>
    longestFirst.reduce((now, { value, name, request }) => {
      const parts = now.split(value);
      if (parts.length > 1) used.add(request);
      return parts.join(`‹${name} from the response to request ${request}›`);
    }, text);
  const fields = draft.fields.map(([name, value]): Field => [name, replace(value)]);
  const body = draft.body === undefined ? {} : { body: replace(draft.body) };
  const replaced = { ...draft, path: replace(draft.path), fields, ...body };
  return { draft: replaced, requests: [...used].sort((a, b) => a - b) };
}

/** The draft with a mark wherever the same draft of another run differs, unless `wallet` holds what stands there. */
export function marked(
  draft: Draft,
  other: Draft,
  wallet: readonly string[],
): { readonly draft: Draft; readonly isNew: boolean } {
  let isNew = false;
  const part = (text: string, compared: string | undefined) => {
    if (text === compared || wallet.some((value) => value.includes(text))) return text;
    isNew = true;
    return madeNew;
  };
  const mark = (text: string, compared = '') => {
    const [mine, theirs] = [partsOf(text), partsOf(compared)];
    if (mine.length !== theirs.length) return part(text, compared);
    return mine.map((piece, at) => part(piece, theirs[at])).join('');
  };
  const fields = draft.fields.map(([name, value], at): Field => [name, mark(value, other.fields[at]?.[1])]);
  const path = mark(draft.path, other.path);
  const body = draft.body === undefined ? {} : { body: mark(draft.body, other.body) };
  return { draft: { ...draft, path, fields, ...body }, isNew };
}

/** Names, values and what stands between them; the padding of Base64 belongs to its value. */
function partsOf(text: string): string[] {
  return text.split(/(["\s,&:;]|=(?=[^="\s,&:;]))/);
}

type Named = readonly [name: string, value: string];

function inBody(body: string): Named[] {
  try {
    const json = JSON.parse(body) as Record<string, unknown>;
    return Object.entries(json).flatMap(([name, value]): Named[] =>
      typeof value === 'string' ? [[name, value]] : [],
    );
  } catch {
    return [];
  }
}

function inField([name, value]: Field): Named[] {
  switch (name.toLowerCase()) {
    case 'set-cookie': {
      const [, cookie = '', content = ''] = /^([^=;]*)=([^;]*)/.exec(value) ?? [];
      return [[`the value of the cookie ${cookie}`, content]];
    }
    case 'www-authenticate': {
      const parsed = parseChallenges(value);
      const params = parsed.ok ? parsed.value.flatMap((challenge) => challenge.params) : [];
      return params.map(([key, text]) => [key, text]);
    }
    case 'accept-signature':
      return [['nonce', /;nonce="([^"]*)"/.exec(value)?.[1] ?? '']];
    case 'dpop-nonce':
      return [[name, value]];
    default:
      return [];
  }
}

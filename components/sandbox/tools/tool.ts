/** What the tools of the sandbox have in common. */
import type { Brief, Exchange } from '@/lib/draft/exchange';
import type { Draft } from '@/lib/http-auth/draft';
import type { Insertion } from '../editor/use-insertion';

/** What every tool gets. */
export interface ToolProps {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
  readonly write: Insertion['write'];
  readonly announce: (text: string) => void;
  readonly brief: Brief;
  /** The schemes of the exercise. */
  readonly schemes: readonly string[];
  /** The path of the resource. */
  readonly base: string;
  /** The absolute address to which the path of the draft is appended. */
  readonly resource: string;
  /** The id of a list of the wallet's values, to choose user name and password from. */
  readonly list: string;
  /** What came so far, newest first: the latest challenge and nonce are in them. */
  readonly exchanges: readonly Pick<Exchange, 'request' | 'response'>[];
}

/** The schemes that sign a request with a key or a password of the wallet. */
export const signingSchemes = ['Signature', 'SCRAM-SHA-256', 'AWS4-HMAC-SHA256'] as const;

/** How the inputs of all tools look. */
export const box =
  'block w-full min-w-0 rounded-md border border-control bg-raised px-2 py-1.5 font-mono text-wire disabled:opacity-60';

/** What keeps a browser from changing what is typed into them. */
export const asTyped = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false } as const;

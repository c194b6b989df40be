/** What a learner decides in place of a server, as a form can ask for it and as any HTTP client can send it. */

/** One of several things to order or to choose from. */
export interface ProposalItem {
  readonly name: string;
  readonly means: string;
}

/** An answer: a status, challenges and other headers. Without `statuses` it is headers alone. */
export interface AnswerPart {
  readonly kind: 'answer';
  readonly statuses?: readonly number[];
  /** Names of headers that a form offers. */
  readonly headers: readonly string[];
}

/** All of `items`, in an order. */
export interface OrderPart {
  readonly kind: 'order';
  readonly items: readonly ProposalItem[];
}

/** One of `items`; `member` is its name in JSON. */
export interface ChoicePart {
  readonly kind: 'choice';
  readonly member: string;
  readonly items: readonly ProposalItem[];
}

/** GET of `path` shows what stands there now; POST proposes something else, and PUT does the same. */
export interface ProposalForm {
  readonly kind: 'proposal';
  readonly path: string;
  /** What is decided, as a heading. */
  readonly title: string;
  readonly asks: AnswerPart | OrderPart | ChoicePart;
  /** What stands there at first, as text/plain. */
  readonly begin: string;
  /** The shape of a proposal, by media type. */
  readonly send: Readonly<Record<'text/plain' | 'application/json', string>>;
}

/** The shapes in which a proposal is sent. */
export function shapesOf(asks: ProposalForm['asks']): ProposalForm['send'] {
  const name = asks.kind === 'answer' ? (asks.headers[0] ?? 'WWW-Authenticate') : '';
  switch (asks.kind) {
    case 'answer':
      return {
        'text/plain': `${asks.statuses ? 'HTTP/1.1 401\n' : ''}${name}: …`,
        'application/json': `{${asks.statuses ? '"status": 401, ' : ''}"headers": {"${name}": "…"}}`,
      };
    case 'order': {
      const names = asks.items.map((item) => item.name);
      return {
        'text/plain': names.join(', '),
        'application/json': `{"order": [${names.map((name) => `"${name}"`).join(', ')}]}`,
      };
    }
    case 'choice': {
      const [first] = asks.items;
      return {
        'text/plain': first?.name ?? '',
        'application/json': `{"${asks.member}": "${first?.name ?? ''}"}`,
      };
    }
  }
}

/** The form with the shapes that its parts have. */
export function proposalForm(form: Omit<ProposalForm, 'kind' | 'send'>): ProposalForm {
  return { kind: 'proposal', ...form, send: shapesOf(form.asks) };
}

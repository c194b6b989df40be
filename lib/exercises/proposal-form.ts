/** What a learner decides in place of a server, as a form can ask for it and as any HTTP client can send it. */

import type { ProposalForm } from '@/lib/http-auth/sheet';

/** The shapes in which a proposal is sent. */
function shapesOf(asks: ProposalForm['asks']): ProposalForm['send'] {
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

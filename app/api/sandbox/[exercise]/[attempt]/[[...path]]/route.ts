/** The declared address of the protected resources. A server of ours answers them before the framework's router. */

import { handle } from '@/lib/sandbox/handle';
import { offerEdited } from '@/lib/sandbox/reloaded-answer';

if (process.env.NODE_ENV === 'development') {
  const { answerWire } = await import('@/lib/sandbox/answer-wire');
  offerEdited(answerWire);
}

export const dynamic = 'force-dynamic';

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};

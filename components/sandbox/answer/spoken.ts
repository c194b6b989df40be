/** An exchange as it is read out. */
import { verdict } from '@/components/trace/verdict';
import type { Exchange } from '@/lib/draft/exchange';

export function spoken({ response: { status, reason }, trace, solved }: Exchange): string {
  return `${status} ${reason}. ${verdict(status, trace)}.${solved ? ' Exercise solved.' : ''}`;
}

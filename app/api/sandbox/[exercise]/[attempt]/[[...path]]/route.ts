/** The protected resources: real HTTP, decided in `lib/sandbox`. */
import { handle } from '@/lib/sandbox/handle';

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

/** Metadata at the address that RFC 9728 §3.1 gives it. */
import { wellKnown } from '@/lib/sandbox/well-known';

export const dynamic = 'force-dynamic';

export { wellKnown as GET, wellKnown as HEAD, wellKnown as OPTIONS };

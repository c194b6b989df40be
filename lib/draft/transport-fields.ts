/** Field lines that sandbox responses carry besides their answer. */
import { type Field, fieldLines, type Message } from '@/lib/http-auth/message';

/** Never stored or rewritten on the way (RFC 9111 §5.2.2.5, §5.2.2.6), never run or framed, never indexed. */
export const sealed: readonly Field[] = [
  ['Cache-Control', 'no-store, no-transform'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Robots-Tag', 'noindex'],
];

/** The fields that the sandbox lets a page of another origin read. */
export const readable =
  'WWW-Authenticate, Authentication-Info, DPoP-Nonce, Accept-Signature, Doorman-Exchange, Allow, Retry-After';
const sendable =
  'Authorization, Content-Type, DPoP, Signature, Signature-Input, Content-Digest, X-Amz-Date, X-Amz-Content-Sha256, X-API-Key';

/**
 * What lets a page of another origin ask without cookies and read the answer (Fetch §3.3).
 * All of it is constant: nothing of the request is repeated. Empty where the request has no Origin.
 */
export function crossOrigin(message: Message, methods: string): Field[] {
  if (fieldLines(message, 'Origin').length === 0) return [];
  const transportFields: Field[] = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Expose-Headers', readable],
  ];
  if (message.method !== 'OPTIONS') return transportFields;
  return [
    ...transportFields,
    ['Access-Control-Allow-Methods', methods],
    ['Access-Control-Allow-Headers', sendable],
    ['Access-Control-Max-Age', '600'],
  ];
}

/** Keys, a server and signed requests for the tests of HTTP Message Signatures. */
import { env, now, request, verified } from '@/lib/http-auth/fixtures';
import type { Field, Message } from '@/lib/http-auth/message';
import { parseDictionary } from '@/lib/http-auth/structured-fields';
import { contentDigest, type Signing, signMessage } from './client';
import { ed25519Jwk } from './keys';
import { signature } from './signature';

export const ada = { name: 'Ada', roles: ['administrator'] };
export const grace = { name: 'Grace' };
const jwk = await ed25519Jwk(new Uint8Array(32).fill(7));
const secret = new TextEncoder().encode('a toy secret for the tests');
const ed25519 = { algorithm: 'ed25519', jwk } as const;
export const hmac = { algorithm: 'hmac-sha256', secret } as const;
export const scheme = signature({
  keys: [
    { keyid: 'ada', principal: ada, ...ed25519 },
    { keyid: 'grace', principal: grace, ...hmac },
  ],
  nonceKey: new Uint8Array(32).fill(9),
  tag: 'door',
});

export const seconds = now.getTime() / 1000;
export const components = ['@method', '@authority', '@path', '@query'];
export const get = request([['Host', 'doorman.example']], { target: '/door?a=1' });
export const nonceAt = async (at = now, message = get) => {
  const [[name, value] = ['', '']] =
    (await scheme.accompany?.('lobby', { ...env, now: () => at }, message)) ?? [];
  const parsed = parseDictionary(value);
  if (name !== 'Accept-Signature') throw new Error(`A field ${name} in place of Accept-Signature`);
  return String((parsed.ok && parsed.value.get('sig1')?.params.get('nonce')?.value) || '');
};
export const nonce = await nonceAt();
const usual = { created: seconds, keyid: 'ada', nonce, tag: 'door' };

export type Params = Record<string, string | number | undefined>;
export const signed = async (
  params: Params = {},
  more: Partial<Signing> = {},
  message = get,
): Promise<Message> => {
  const merged = Object.entries({ ...usual, ...params }).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  );
  const fields = await signMessage(message, env.origin, {
    components,
    params: Object.fromEntries(merged),
    key: ed25519,
    ...more,
  });
  return { ...message, fields: [...message.fields, ...fields] };
};
export const edited = (message: Message, from: string | RegExp, to: string): Message => ({
  ...message,
  fields: message.fields.map(([name, value]): Field => [name, value.replace(from, to)]),
});
export const fieldsOf = (input: string, value: string) =>
  request([
    ['Signature-Input', input],
    ['Signature', value],
  ]);

/** The one failed step of a message that is refused. Throws where it is not refused like that. */
export const refusal = async (message: Message, at = now) => {
  const { authentication, last } = await verified(scheme, message, at);
  const failed = last?.outcome === 'failed' && last.stage === 'authentication' && last.expected;
  if (authentication.outcome !== 'refused' || authentication.params.length || !failed) {
    throw new Error(`Not refused as it should be: ${JSON.stringify({ authentication, last })}`);
  }
  return last;
};

export const body = new TextEncoder().encode('hello');
export const post = async (content = body): Promise<Message> =>
  request([['Content-Digest', await contentDigest(content)]], { method: 'POST', body });
export const posted = async (message?: Message) =>
  signed({}, { components: [...components, 'content-digest'] }, message ?? (await post()));

/** HTTP Message Signatures: a key signs parts of the request (RFC 9421). The challenge that 401 owes is ours. */
import { type Check, failed, type Note, passed } from '@/lib/http-auth/decision';
import { masked, shown } from '@/lib/http-auth/evidence';
import { type Field, fieldLines, type Message, octets } from '@/lib/http-auth/message';
import type { Authentication, Env, Scheme } from '@/lib/http-auth/scheme';
import { joined, type Seal, seal, timeLength, timeOctets, timeOf } from '@/lib/http-auth/seal';
import { type BareItem, bareItem, serializeMember } from '@/lib/http-auth/structured-fields';
import { seenInstead } from '../look-alikes';
import { componentNames, signatureBase } from './base';
import * as checks from './checks';
import { type VerificationKey, verifier } from './keys';
import { readingChecks, readSignatures, type Signed } from './reading';

export interface SignatureOptions {
  readonly keys: readonly VerificationKey[];
  /** From which the nonces derive. */
  readonly nonceKey: Uint8Array;
  /** What every signature must cover; requests with content cover `content-digest` too. */
  readonly components?: readonly string[];
  /** The tag that signatures for this application carry; none is asked for where it is left out. */
  readonly tag?: string;
  /** How old a signature or a nonce may be. 300 seconds where it is left out. */
  readonly maxAge?: number;
}

const usual = ['@method', '@authority', '@path', '@query'];
const contentless = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE']);
const refused: Authentication = { outcome: 'refused', params: [] };

/**
 * The server's side, for Ed25519 and HMAC with SHA-256. A signature needs `created`, `keyid` and a nonce from the
 * Accept-Signature of an earlier answer, which counts once. Of several signatures, the first whose key is known is
 * checked. Fields that cannot be read are 400, all else is 401.
 */
export function signature(options: SignatureOptions): Scheme {
  const { keys, nonceKey, components = usual, tag, maxAge = 300 } = options;
  const nonces = seal(nonceKey, 'signature nonce');
  const keysById = new Map(keys.map((key) => [key.keyid, { ...key, verify: verifier(key) }]));
  const requiredOf = (message: Message) =>
    message.body.length || !contentless.has(message.method) ? [...components, 'content-digest'] : components;

  /** Accept-Signature with a new nonce: what the next request has to sign (RFC 9421 §5.1). */
  const accept = async (message: Message, env: Env): Promise<Field[]> => {
    const nonce = await nonces.close(joined(timeOctets(env.now()), env.random(8)));
    const params = new Map<string, BareItem>([
      ['created', bareItem(true)],
      ['nonce', bareItem(nonce)],
      ...(tag === undefined ? [] : [['tag', bareItem(tag)] as const]),
    ]);
    const items = requiredOf(message).map((name) => ({ bare: bareItem(name), params: new Map() }));
    return [['Accept-Signature', `sig1=${serializeMember({ items, params })}`]];
  };

  const examine = async (message: Message, signed: Signed, env: Env, note: Note): Promise<Authentication> => {
    const { input, signature: value } = signed;
    const { params } = input;
    const keyid = params.get('keyid');
    const key = keyid?.type === 'string' ? keysById.get(keyid.value) : undefined;
    const ask = (check: Check, { saw, expected }: checks.Finding) => {
      note(expected === undefined ? passed(check, saw) : failed(check, saw, expected));
      return expected === undefined;
    };
    if (!ask(checks.knownKey, keyFinding(keyid, key !== undefined)) || !key) return refused;
    if (!ask(checks.ownAlgorithm, algorithmFinding(params.get('alg'), key.algorithm))) return refused;
    if (!ask(checks.covered, checks.coverage(componentNames(input), requiredOf(message)))) return refused;
    if (!ask(checks.fresh, checks.freshness(params, env.now(), maxAge))) return refused;
    if (!ask(checks.ownNonce, await nonceFinding(nonces, signed, env, maxAge))) return refused;
    if (tag !== undefined && !ask(checks.ownTag, tagFinding(params.get('tag'), tag))) return refused;

    const base = signatureBase(message, env.origin, input);
    if (!base.ok) {
      note(
        failed(
          checks.present,
          `${shown(base.component, 80)}: ${base.why}`,
          'components that this request has',
        ),
      );
      return refused;
    }
    note(passed(checks.present, shown(base.text, 1500)));

    if (!(await key.verify(value, octets(base.text)))) {
      const expected = `a signature by ${key.algorithm} over these lines, joined by one line feed: ${shown(base.text, 1500)}`;
      note(
        failed(checks.verifies, `${value.length} bytes that are not a signature of this request`, expected),
      );
      return refused;
    }
    note(passed(checks.verifies, key.algorithm));

    const hashed = componentNames(input).includes('content-digest') || message.body.length > 0;
    if (hashed && !ask(checks.digested, await checks.digestFinding(message))) return refused;

    const nonce = String(params.get('nonce')?.value);
    const until = new Date(env.now().getTime() + maxAge * 1000);
    if (!(await env.firstUse(`signature ${nonce}`, until))) {
      note(failed(checks.once, `${masked(nonce)}, used before`, 'the nonce of the latest Accept-Signature'));
      return refused;
    }
    note(passed(checks.once, 'for the first time'));
    return { outcome: 'authenticated', principal: key.principal, fields: await accept(message, env) };
  };

  return {
    name: 'Signature',
    registered: false,
    rule: 'RFC 9421 §4',
    field: 'Signature-Input',
    checks: [
      ...readingChecks,
      checks.knownKey,
      checks.ownAlgorithm,
      checks.covered,
      checks.fresh,
      checks.ownNonce,
      ...(tag === undefined ? [] : [checks.ownTag]),
      checks.present,
      checks.verifies,
      checks.digested,
      checks.once,
    ],
    malformed: [],
    async challenge(realm) {
      return { scheme: 'Signature', params: [['realm', realm]] };
    },
    accompany: (_realm, env, message) => accept(message, env),
    async verify(message, _realm, env, note) {
      if (!fieldLines(message, 'Signature-Input').length && !fieldLines(message, 'Signature').length) {
        return { outcome: 'absent', saw: `${seenInstead(message)}, no Signature-Input header` };
      }
      const signatures = readSignatures(message, note);
      const [first] = signatures ?? [];
      if (!signatures || !first) return { outcome: 'malformed', params: [] };
      const chosen = signatures.find(({ input }) => keysById.has(String(input.params.get('keyid')?.value)));
      return examine(message, chosen ?? first, env, note);
    },
  };
}

function keyFinding(keyid: BareItem | undefined, isKnown: boolean): checks.Finding {
  const expected = 'keyid, in quotation marks, of a key that this server knows';
  if (keyid?.type !== 'string') return { saw: keyid ? 'a keyid that is not a string' : 'no keyid', expected };
  return isKnown ? { saw: keyid.value } : { saw: shown(keyid.value, 60), expected };
}

function algorithmFinding(alg: BareItem | undefined, keyAlgorithm: string): checks.Finding {
  if (alg === undefined) return { saw: `no alg: that of the key, ${keyAlgorithm}` };
  if (alg.value === keyAlgorithm) return { saw: keyAlgorithm };
  return { saw: shown(String(alg.value), 40), expected: `${keyAlgorithm}, or no alg at all` };
}

async function nonceFinding(
  nonces: Seal,
  { input }: Signed,
  env: Env,
  maxAge: number,
): Promise<checks.Finding> {
  const expected = `the nonce of Accept-Signature, at most ${maxAge} seconds old`;
  const nonce = input.params.get('nonce');
  const payload = nonce?.type === 'string' ? await nonces.open(nonce.value) : undefined;
  if (payload?.length !== timeLength + 8) return { saw: checks.nonceFault(input.params), expected };
  const age = Math.floor((env.now().getTime() - timeOf(payload).getTime()) / 1000);
  if (age > maxAge) return { saw: `a nonce of ${age} seconds ago`, expected };
  return { saw: `given out ${age} seconds ago` };
}

function tagFinding(given: BareItem | undefined, tag: string): checks.Finding {
  if (given?.value === tag) return { saw: tag };
  return { saw: given ? shown(String(given.value), 40) : 'no tag', expected: `tag="${tag}"` };
}

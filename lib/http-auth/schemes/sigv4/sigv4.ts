/** AWS Signature Version 4 in the Authorization field. AWS answers every refusal with 403 and sends no challenge. */
import { authorizationField } from '@/lib/http-auth/authorization-field';
import {
  authenticationCheck,
  type Check,
  failed,
  type Note,
  type Principal,
  passed,
} from '@/lib/http-auth/decision';
import { count, masked, shown } from '@/lib/http-auth/evidence';
import { fieldLines, fieldValue, type Message, octets } from '@/lib/http-auth/message';
import type { Authentication, Env, Scheme } from '@/lib/http-auth/scheme';
import { sameOctets } from '@/lib/http-auth/seal';
import { seenInstead } from '../look-alikes';
import { canonicalRequest, scopeText, sha256Hex, sigV4 } from './canonical';
import { type Canonical, differingPart } from './faults';
import { isPresigned, type Presigned, readPresigned, unsignedMessage } from './presigned';
import { readingChecks, readSigV4, type SigV4Request } from './reading';

export interface SigV4Options {
  readonly keys: readonly {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly principal: Principal;
  }[];
  readonly region: string;
  readonly service: string;
}

const knownKey = authenticationCheck(
  'the access key is known',
  'RFC 9110 §11.4',
  'the access key is not known',
);
const ownScope = authenticationCheck(
  'the credential is for this service',
  'RFC 9110 §11.4',
  'the credential is not for this date, region and service',
);
const onTime = authenticationCheck(
  'the time is right to 15 minutes',
  'RFC 9110 §5.6.7',
  'the time of the signature is more than 15 minutes off',
);
const covered = authenticationCheck(
  'host and every X-Amz header are signed',
  'RFC 9110 §7.2',
  'a header that must be signed is not signed',
);
const hashed = authenticationCheck(
  'X-Amz-Content-Sha256 is that of the content',
  'RFC 6234 §6.2',
  'X-Amz-Content-Sha256 does not fit the content',
);
const matches = authenticationCheck(
  'the signature matches the request',
  'RFC 2104 §2',
  'the signature does not match the request',
);

const quarter = 15 * 60;
const unsigned = 'UNSIGNED-PAYLOAD';
const refused: Authentication = { outcome: 'refused', params: [] };

/**
 * The server's side, for signatures in Authorization and for presigned addresses. What is incomplete or signed twice is 400,
 * every other refusal 403, a request without credentials too. Content sent in signed chunks is not supported.
 */
export function sigV4Scheme({ keys, region, service }: SigV4Options): Scheme {
  const keysById = new Map(keys.map((key) => [key.accessKeyId, key]));

  const examine = async (
    message: Message,
    given: SigV4Request | Presigned,
    env: Env,
    note: Note,
  ): Promise<Authentication> => {
    const ends = 'expires' in given ? given.expires : undefined;
    const key = keysById.get(given.accessKeyId);
    if (!key) {
      note(failed(knownKey, masked(given.accessKeyId), 'the access key id of your credentials'));
      return refused;
    }
    note(passed(knownKey, key.principal.name));

    const scope = { day: given.time.slice(0, 8), region, service };
    const faults: [Check, string, string | undefined, string][] = [
      [
        ownScope,
        shown(scopeText(given.scope), 80),
        scopeText(given.scope) === scopeText(scope) ? undefined : scopeText(given.scope),
        `${scopeText(scope)}, with the day of X-Amz-Date`,
      ],
      [
        onTime,
        given.time,
        skewFault(given, env.now(), ends),
        ends === undefined
          ? `at most ${quarter} seconds from ${env.now().toISOString()}`
          : `a time from which ${ends} seconds have not passed; server clock ${env.now().toISOString()}`,
      ],
      [
        covered,
        given.signed.join(';'),
        coverFault(message, given.signed),
        'host, x-amz-date and each header that is named',
      ],
    ];
    for (const [question, fine, fault, expected] of faults) {
      note(fault === undefined ? passed(question, shown(fine)) : failed(question, shown(fault), expected));
      if (fault !== undefined) return refused;
    }

    const named = fieldValue(message, 'X-Amz-Content-Sha256');
    const hash = await sha256Hex(message.body);
    if (named !== undefined && named !== unsigned && named !== hash) {
      const saw = /^[0-9a-f]{64}$/.test(named)
        ? `the hash of other content than the ${count(message.body.length, 'byte')} that came`
        : shown(named, 40);
      note(failed(hashed, saw, `the SHA-256 of the content in hexadecimal, or ${unsigned}`));
      return refused;
    }
    note(
      passed(hashed, named === unsigned ? 'the content is not signed' : count(message.body.length, 'byte')),
    );

    const { host } = new URL(env.origin);
    const read: Canonical = (request, { isPathOnce, hash: other } = {}) =>
      canonicalRequest(
        ends === undefined ? request : unsignedMessage(request),
        given.signed,
        other ?? named ?? hash,
        { host, service: isPathOnce ? 's3' : service },
      );
    const isSigned = async (text: string) => {
      const signature = await sigV4(key.secretAccessKey, given.time, scope, text);
      return sameOctets(octets(signature), octets(given.signature));
    };
    const canonical = read(message);
    // Some clients sign an address for any content, as S3 has it.
    const isOpen = ends !== undefined && (await isSigned(read(message, { hash: unsigned })));
    if (!isOpen && !(await isSigned(canonical))) {
      const expected = `a signature over this canonical request: ${shown(canonical, 1500)}`;
      const differing = await differingPart(message, read, isSigned);
      note(failed(matches, differing ?? 'the signature of another request, or by another secret', expected));
      return refused;
    }
    note(passed(matches, shown(canonical, 1500)));
    return { outcome: 'authenticated', principal: key.principal };
  };

  return {
    name: 'AWS4-HMAC-SHA256',
    registered: false,
    rule: 'RFC 9110 §11.1',
    field: 'Authorization',
    // Those of a presigned address are noted where there is one; other traces need not list them.
    checks: [...readingChecks, knownKey, ownScope, onTime, covered, hashed, matches],
    malformed: [],
    refusesWith: 403,
    async challenge(realm) {
      return { scheme: 'AWS4-HMAC-SHA256', params: [['realm', realm]] };
    },
    async verify(message, _realm, env, note) {
      if (isPresigned(message)) {
        const address = readPresigned(message, note);
        return address ? examine(message, address, env, note) : { outcome: 'malformed', params: [] };
      }
      const field = authorizationField(message);
      if (field?.scheme.toUpperCase() !== 'AWS4-HMAC-SHA256') {
        return { outcome: 'absent', saw: seenInstead(message) };
      }
      const given = readSigV4(field.rest, message, note);
      return given ? examine(message, given, env, note) : { outcome: 'malformed', params: [] };
    },
  };
}

function skewFault({ at, time }: SigV4Request, now: Date, expires = quarter): string | undefined {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
  if (seconds <= expires && seconds >= -quarter) return undefined;
  return `${time}: ${count(Math.abs(seconds), 'second')} ${seconds > 0 ? 'ago' : 'in the future'}`;
}

function coverFault(message: Message, signed: readonly string[]): string | undefined {
  const lacking = signed.find((name) => name !== 'host' && !fieldLines(message, name).length);
  if (lacking !== undefined) return `${lacking} is named and is not in the request`;
  const amz = message.fields.map(([name]) => name.toLowerCase()).filter((name) => name.startsWith('x-amz-'));
  const missing = ['host', ...amz].find((name) => !signed.includes(name));
  return missing === undefined ? undefined : `${missing} is not signed`;
}

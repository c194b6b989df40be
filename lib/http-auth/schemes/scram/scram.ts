/** SCRAM-SHA-256: a password that never crosses the wire, and a server that proves itself too (RFC 7804). */
import { authorizationField } from '@/lib/http-auth/authorization-field';
import { encodeBase64, encodeBase64url } from '@/lib/http-auth/base64';
import { authenticationCheck, failed, type Note, passed, syntaxCheck } from '@/lib/http-auth/decision';
import { masked, shown } from '@/lib/http-auth/evidence';
import { type AuthParam, formatParams, param } from '@/lib/http-auth/grammar';
import { fieldLines } from '@/lib/http-auth/message';
import type { Authentication, Env, Scheme } from '@/lib/http-auth/scheme';
import { joined, sameOctets, seal, timeLength, timeOctets, timeOf } from '@/lib/http-auth/seal';
import type { Account } from '../basic/basic';
import { seenInstead } from '../look-alikes';
import { hmac, provenKey, type ScramKeys, saltedPassword, scramKeys } from './keys';
import { type ClientFinal, type ClientFirst, encodeData, readFinal, readFirst } from './messages';
import { decodes, readable, readCredentials, readData } from './reading';

export interface ScramOptions {
  readonly accounts: readonly Account[];
  /** From which salts, and the sids that carry a handshake, derive. */
  readonly key: Uint8Array;
}

const message = syntaxCheck(
  'data is a SCRAM message',
  'RFC 5802 §7',
  'the parameter data is not a SCRAM message',
);
const ownRealm = authenticationCheck(
  'realm, where it is given, is that of the challenge',
  'RFC 9110 §11.5',
  'the parameter realm is not that of the challenge',
);
const unbound = authenticationCheck(
  'no channel binding is asked for',
  'RFC 5802 §6',
  'the first message does not begin with n,,',
);
const second = authenticationCheck(
  'the second message has come',
  'RFC 7804 §5',
  'the handshake is not finished',
);
const ownSid = authenticationCheck(
  'sid belongs to a handshake that is under way',
  'RFC 7804 §5',
  'the parameter sid names no handshake that is under way',
);
const ownNonce = authenticationCheck(
  'the nonce is that of this handshake',
  'RFC 5802 §5.1',
  'the nonce is not that of this handshake',
);
const ownBinding = authenticationCheck(
  'c repeats the start of the first message',
  'RFC 5802 §6',
  'the parameter c does not repeat the start of the first message',
);
const proves = authenticationCheck(
  'the proof is that of the password',
  'RFC 5802 §3',
  'the proof does not fit the user name and the password',
);

/** How long a handshake may take, in seconds. */
const sidLifetimeSeconds = 60;
const iterations = 4096;
const refused: Authentication = { outcome: 'refused', params: [] };
const malformed: Authentication = { outcome: 'malformed', params: [] };

/**
 * The server's side, without channel binding. The state of a handshake travels in its sid, sealed, so that nothing is
 * stored but the use of each sid. An unknown user name gets a salt as everybody does, and fails at the proof only.
 */
export function scramSha256({ accounts, key }: ScramOptions): Scheme {
  const handshakes = seal(key, 'SCRAM sid');
  const saltOf = async (username: string) => (await hmac(key, `salt of ${username}`)).slice(0, 16);
  const accountsByName = new Map(accounts.map((account) => [account.username.normalize('NFC'), account]));
  const keysByName = new Map<string | undefined, Promise<ScramKeys>>();
  /** What is stored of an account's password, made once; for unknown names, of a password that nobody has. */
  const keysOf = (username: string | undefined) => {
    const password = accountsByName.get(username ?? '')?.password ?? encodeBase64(key);
    const made =
      keysByName.get(username) ??
      saltOf(username ?? '')
        .then((salt) => saltedPassword(password, salt, iterations))
        .then(scramKeys);
    keysByName.set(username, made);
    return made;
  };

  /** The message with which the server answers the first one. */
  const serverFirst = async ({ username, nonce }: ClientFirst, serverNonce: string) =>
    `r=${nonce}${serverNonce},s=${encodeBase64(await saltOf(username.normalize('NFC')))},i=${iterations}`;

  const begin = async (first: ClientFirst, env: Env, note: Note): Promise<Authentication> => {
    if (first.gs2 !== 'n,,') {
      note(failed(unbound, gs2Fault(first.gs2), 'n,, before the user name'));
      return refused;
    }
    note(passed(unbound, 'n,,'));
    const serverNonce = encodeBase64url(env.random(18));
    const sid = await handshakes.close(
      joined(timeOctets(env.now()), new TextEncoder().encode(`${serverNonce} ${first.gs2}${first.bare}`)),
    );
    const answer = await serverFirst(first, serverNonce);
    const expected = `the second message now, with sid and a proof over salt and nonce: ${shown(answer)}`;
    note(failed(second, 'the first message, with user name and nonce', expected));
    return { outcome: 'refused', params: continuation(sid, answer) };
  };

  const finish = async (sid: string, final: ClientFinal, env: Env, note: Note): Promise<Authentication> => {
    note(passed(second, 'sid and data'));
    const payload = await handshakes.open(sid);
    const expected = `the sid of the latest challenge, once, within ${sidLifetimeSeconds} seconds`;
    const age = payload && Math.floor((env.now().getTime() - timeOf(payload).getTime()) / 1000);
    const until = new Date(env.now().getTime() + (sidLifetimeSeconds + 1) * 1000);
    const fault =
      age === undefined
        ? masked(sid)
        : age > sidLifetimeSeconds
          ? `a sid of ${age} seconds ago`
          : (await env.firstUse(`SCRAM ${sid}`, until))
            ? undefined
            : `${masked(sid)}, used before`;
    if (!payload || fault !== undefined) {
      note(failed(ownSid, fault ?? '', expected));
      return refused;
    }
    note(passed(ownSid, `begun ${age} seconds ago`));

    const [serverNonce = '', started = ''] = splitOnce(new TextDecoder().decode(payload.slice(timeLength)));
    const first = readFirst(started);
    if (typeof first === 'string') throw new Error(`A sid holds ${first}`);
    if (final.nonce !== first.nonce + serverNonce) {
      note(
        failed(ownNonce, nonceFault(final.nonce, first.nonce), 'r= of the challenge, whole and unchanged'),
      );
      return refused;
    }
    note(passed(ownNonce, 'the nonces of client and server'));
    if (final.binding !== encodeData(first.gs2)) {
      note(
        failed(
          ownBinding,
          shown(final.binding, 40),
          `${encodeData(first.gs2)}, which is ${first.gs2} in Base64`,
        ),
      );
      return refused;
    }
    note(passed(ownBinding, final.binding));

    const name = first.username.normalize('NFC');
    const account = accountsByName.get(name);
    const keys = await keysOf(account && name);
    const messages = [first.bare, await serverFirst(first, serverNonce), final.unproven].join(',');
    const right = sameOctets(await provenKey(final.proof, keys.storedKey, messages), keys.storedKey);
    if (!account || !right) {
      const over = `a proof, made with the password of a user that is known, over: ${shown(messages, 600)}`;
      note(failed(proves, 'another proof, or a user name that is not known', over));
      return refused;
    }
    note(passed(proves, account.principal.name));
    const data = encodeData(`v=${encodeBase64(await hmac(keys.serverKey, messages))}`);
    return {
      outcome: 'authenticated',
      principal: account.principal,
      fields: [['Authentication-Info', formatParams(continuationParams(sid, data))]],
    };
  };

  return {
    name: 'SCRAM-SHA-256',
    registered: true,
    rule: 'RFC 7804 §5',
    field: 'Authorization',
    checks: [readable, decodes, message, ownRealm, unbound, second, ownSid, ownNonce, ownBinding, proves],
    malformed: [],
    async challenge(realm) {
      return { scheme: 'SCRAM-SHA-256', params: [['realm', realm]] };
    },
    async verify(request, realm, env, note) {
      const field = authorizationField(request);
      if (field?.scheme.toUpperCase() !== 'SCRAM-SHA-256') {
        return { outcome: 'absent', saw: seenInstead(request) };
      }
      const credentials = readCredentials(fieldLines(request, 'Authorization')[0] ?? '', note);
      if (!credentials) return malformed;
      const text = readData(credentials, note);
      if (text === undefined) return malformed;

      const sid = param(credentials, 'sid');
      const read = sid === undefined ? readFirst(text) : readFinal(text);
      if (typeof read === 'string') {
        note(failed(message, read, sid === undefined ? 'n,,n=user,r=nonce' : 'c=…,r=nonce,p=proof'));
        return malformed;
      }
      note(passed(message, sid === undefined ? 'the first message' : 'the second message'));

      const given = param(credentials, 'realm');
      if (given !== undefined && given !== realm) {
        note(failed(ownRealm, shown(given, 60), realm));
        return refused;
      }
      note(passed(ownRealm, given === undefined ? 'no realm' : realm));
      return 'bare' in read ? begin(read, env, note) : finish(sid ?? '', read, env, note);
    },
  };
}

function continuationParams(sid: string, data: string): AuthParam[] {
  return [
    ['sid', sid, 'token'],
    ['data', data],
  ];
}

const continuation = (sid: string, text: string) => continuationParams(sid, encodeData(text));

function gs2Fault(gs2: string): string {
  if (gs2.startsWith('p=')) return 'p=, channel binding, which this server cannot check';
  if (gs2.startsWith('y'))
    return 'y: a client that could bind to the channel and thinks that this server cannot';
  return 'an authorization identity, a=…';
}

function nonceFault(nonce: string, client: string): string {
  if (nonce === client) return "the client's nonce alone";
  return nonce.startsWith(client) ? "the client's nonce with another end" : 'a nonce of another handshake';
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(' ');
  return [text.slice(0, at), text.slice(at + 1)];
}

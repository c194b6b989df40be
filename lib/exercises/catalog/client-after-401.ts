import { decide } from '@/lib/http-auth/decide';
import type { Challenge } from '@/lib/http-auth/grammar';
import { anyone } from '@/lib/http-auth/policies';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { bearerCredentials } from '@/lib/http-auth/schemes/bearer/bearer';
import { digestCredentials } from '@/lib/http-auth/schemes/digest/credentials';
import { digest } from '@/lib/http-auth/schemes/digest/digest';
import { tokenService } from '../api-tokens';
import { authorization, basicLine, get, propose } from '../drafts';
import { type Attempt, defineExercise, type Route } from '../exercise';
import { plainAnswer } from '../framework';
import { type Person, person, toyWords } from '../people';
import { proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';
import { type ClientRules, clientRules, type ServerTrial, tryRules } from '../second-challenge';
import { readSettings, writeSettings } from '../setting-lines';

const begin: ClientRules = {
  stale: 'repeat',
  'same-challenge': 'repeat',
  'invalid-token': 'repeat',
  'other-realm': 'repeat',
  'other-scheme': 'repeat',
  most: '20',
};
const right: ClientRules = {
  ...begin,
  'same-challenge': 'stop',
  'invalid-token': 'renew',
  'other-realm': 'look-up',
  'other-scheme': 'look-up',
  most: '4',
};

const sheet = {
  ...proposalForm({
    path: '/rules',
    title: 'What your client does after a 401 to credentials',
    asks: { kind: 'answer', headers: Object.keys(clientRules), lines: 'setting' },
    begin: writeSettings(begin),
  }),
  side: 'client',
} as const;

/** The people, tokens and schemes of one attempt. */
async function servers(attempt: Attempt) {
  const ada = await person(attempt, 'ada');
  const vault: Person = { username: 'ada', password: await toyWords(attempt, 'password of the vault') };
  const { scheme: bearer, issuer, at } = await tokenService(attempt);
  const nonceKey = await attempt.derive('nonces', 32);
  const accounts = [{ ...ada, principal: { name: 'ada' } }];
  const claims = { sub: 'ada', scope: 'read' };
  return {
    ada,
    vault,
    bearer,
    shelf: basic({ accounts }),
    vaultNames: basic({ accounts: [{ ...vault, principal: { name: 'ada' } }] }),
    archive: digest({ accounts, nonceKey }),
    yesterday: digest({ accounts, nonceKey, nonceSeconds: -86_400 }),
    tokens: {
      old: await issuer.token({ ...claims, iat: at(-7200), exp: at(-3600) }),
      good: await issuer.token(claims),
      // The grant has ended, so the token server gives nothing better.
      ended: await issuer.token({ ...claims, iat: at(-7100), exp: at(-3500) }),
    },
  };
}

type Servers = Awaited<ReturnType<typeof servers>>;

/** Seven servers, and the challenge that the client answered before. */
async function trials(parts: Servers, env: Env): Promise<readonly ServerTrial[]> {
  const { ada, vault, bearer, shelf, vaultNames, archive, yesterday, tokens } = parts;
  const pair =
    ({ username, password }: Person) =>
    () =>
      basicCredentials(username, password);
  const proof =
    (path: string) =>
    (challenge: Challenge): string =>
      challenge.scheme === 'Digest'
        ? digestCredentials(challenge, { ...ada, method: 'GET', uri: path, cnonce: 'f2wE4q74E6zIJEtW' })
        : basicCredentials(ada.username, ada.password);
  const challenges = {
    basic: await shelf.challenge('shelf', env),
    bearer: await bearer.challenge('letters', env),
  };
  const token = (value: string) => () => bearerCredentials(value);
  return [
    {
      name: 'an old nonce and the right password: 200',
      rule: 'RFC 7616 §3.3',
      resource: { realm: 'archive', schemes: [archive], policy: anyone },
      path: '/archive',
      first: await yesterday.challenge('archive', env),
      credentials: proof('/archive'),
      stored: proof('/archive'),
      status: 200,
      most: 2,
    },
    {
      name: 'a wrong password: one attempt, then its body is shown',
      rule: 'RFC 9110 §15.5.2',
      resource: { realm: 'shelf', schemes: [shelf], policy: anyone },
      path: '/shelf',
      first: challenges.basic,
      credentials: pair({ ...ada, password: 'toy-of-last-year' }),
      stored: pair({ ...ada, password: 'toy-of-last-year' }),
      status: 401,
      most: 1,
    },
    {
      name: 'an expired token: renewed, 200',
      rule: 'RFC 6750 §3.1',
      resource: { realm: 'letters', schemes: [bearer], policy: anyone },
      path: '/letters',
      first: challenges.bearer,
      credentials: token(tokens.old),
      stored: token(tokens.old),
      renewed: token(tokens.good),
      status: 200,
      most: 2,
    },
    {
      name: 'a renewed token that is refused, too: no third request',
      rule: 'RFC 9110 §15.5.2',
      resource: { realm: 'letters', schemes: [bearer], policy: anyone },
      path: '/letters',
      first: challenges.bearer,
      credentials: token(tokens.old),
      stored: token(tokens.old),
      renewed: token(tokens.ended),
      status: 401,
      most: 2,
    },
    {
      name: 'the password of the shelf at the vault: 200 with that of the vault',
      rule: 'RFC 9110 §11.5',
      resource: { realm: 'vault', schemes: [vaultNames], policy: anyone },
      path: '/vault',
      first: challenges.basic,
      credentials: pair(ada),
      stored: pair(vault),
      status: 200,
      most: 2,
    },
    {
      name: 'a password where only tokens are accepted: 200 with the token',
      rule: 'RFC 9110 §11.4',
      resource: { realm: 'letters', schemes: [bearer], policy: anyone },
      path: '/letters',
      first: challenges.basic,
      credentials: pair(ada),
      stored: token(tokens.good),
      status: 200,
      most: 2,
    },
    {
      name: 'a server whose nonces are always old: at most 5 requests',
      rule: 'RFC 9110 §15.5.2',
      resource: { realm: 'archive', schemes: [yesterday], policy: anyone },
      path: '/archive',
      first: await yesterday.challenge('archive', env),
      credentials: proof('/archive'),
      stored: proof('/archive'),
      status: 401,
      most: 5,
    },
  ];
}

const rules = (changed: Partial<ClientRules>) => propose('/rules', writeSettings({ ...right, ...changed }));

export default defineExercise({
  title: 'A client that knows when to stop',
  task: 'Alan’s client repeats after every 401. Write its rules with POST to /rules: for each kind of second challenge, one of stop, repeat, renew and look-up. repeat answers the newest challenge with the same credentials, and look-up takes those stored for its scheme and realm. most is how many requests it sends. Seven servers try it.',
  level: 3,
  minutes: 5,
  goal: { status: 200, method: 'POST', path: '/rules' },
  hints: [
    'Which of the five says that the credentials were good? Which asks for other credentials?',
    'The same challenge after credentials means that they were refused. A second attempt with them changes nothing.',
    'same-challenge: ____, invalid-token: ____, other-realm: look-up, and most between 2 and 5.',
  ],
  async resource(attempt) {
    const parts = await servers(attempt);
    const { ada, vault, shelf, vaultNames, bearer, tokens } = parts;
    /** A resource in a realm of its own. */
    const elsewhere = (realm: string, scheme: Scheme, content: Readonly<Record<string, unknown>>): Route => ({
      policy: anyone,
      open: true,
      handle: async ({ message, env }) =>
        plainAnswer(await decide(message, { realm, schemes: [scheme], policy: anyone }, env), content),
    });
    return {
      realm: 'shelf',
      schemes: [shelf],
      sheet,
      routes: {
        '/shelf': { policy: anyone, content: { books: 12 } },
        '/vault': elsewhere('vault', vaultNames, { coins: 3 }),
        '/letters': elsewhere('letters', bearer, { letters: 2 }),
        '/rules': proposalRoute({
          form: sheet,
          read: (body) => readSettings(body, clientRules),
          now: async () => writeSettings(begin),
          judge: async (given, { env }) => tryRules(given, await trials(parts, env), env),
        }),
      },
      wallet: async () => ({
        'shelf-username': { label: 'Ada’s user name at the shelf', value: ada.username },
        'shelf-password': { label: 'Her password at the shelf', value: ada.password },
        'vault-username': { label: 'Her user name at the vault', value: vault.username },
        'vault-password': { label: 'Her password at the vault', value: vault.password },
        token: { label: 'Her token for the letters', value: tokens.good },
      }),
    };
  },
  start: () => rules(begin),
  solution: () => rules({}),
  reasons: ['Each kind of second challenge has the one step that can help, and the same challenge ends it.'],
  mistakes: [
    {
      name: 'a wrong password, sent again',
      draft: () => rules({ 'same-challenge': 'repeat' }),
      status: 422,
      fails: 'a wrong password: one attempt, then its body is shown',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'stop at every second 401',
      draft: () => rules({ stale: 'stop' }),
      status: 422,
      fails: 'an old nonce and the right password: 200',
      misconception: '401-means-wrong-password',
    },
    {
      name: 'an expired token, sent again',
      draft: () => rules({ 'invalid-token': 'repeat' }),
      status: 422,
      fails: 'an expired token: renewed, 200',
      misconception: 'yesterday-it-worked',
    },
    {
      name: 'a renewal after every refusal',
      draft: () => rules({ 'same-challenge': 'renew' }),
      status: 422,
      fails: 'a wrong password: one attempt, then its body is shown',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'the same password in every realm',
      draft: () => rules({ 'other-realm': 'repeat' }),
      status: 422,
      fails: 'the password of the shelf at the vault: 200 with that of the vault',
      misconception: 'basic-means-the-same-everywhere',
    },
    {
      name: 'a password for every scheme',
      draft: () => rules({ 'other-scheme': 'repeat' }),
      status: 422,
      fails: 'a password where only tokens are accepted: 200 with the token',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'no limit',
      draft: () => rules({ most: '20' }),
      status: 422,
      fails: 'a server whose nonces are always old: at most 5 requests',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'one request and no more',
      draft: () => rules({ most: '1' }),
      status: 422,
      fails: 'an old nonce and the right password: 200',
      misconception: 'every-401-begins-anew',
    },
    {
      name: 'an action that there is none of',
      draft: () => rules({ stale: 'ask' }),
      status: 400,
      fails: 'each line is a setting that there is, once, with one of its values',
    },
    {
      name: 'a wrong password at the shelf',
      draft: () => get('/shelf', authorization(basicCredentials('ada', 'toy-of-last-year'))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'the password of the shelf at the vault',
      draft: (w) => get('/vault', basicLine(w, 'shelf')),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'basic-means-the-same-everywhere',
    },
    {
      name: 'a password for the letters',
      draft: (w) => get('/letters', basicLine(w, 'shelf')),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'nothing at the shelf',
      draft: () => get('/shelf'),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-client-must-begin',
    },
  ],
});

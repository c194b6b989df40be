import { expect, it } from 'vitest';
import type { Draft } from '@/lib/http-auth/draft';
import { anyone, concealed, requireRole, requireScope } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { serverEnv } from '@/lib/sandbox/env';
import { memoryStore } from '@/lib/store/memory';
import { authorization, get } from './drafts';
import type { JudgeOptions } from './judge-answer';
import { proposalForm } from './proposal-form';
import { answerRoute, type Situation } from './proposed-answer';

const env = serverEnv(memoryStore(), 'tests', 'http://doorman.example');
const octets = (text: string) => new TextEncoder().encode(text);
const ada = basic({ accounts: [{ username: 'ada', password: 'toy', principal: { name: 'ada' } }] });
const tokens = bearer({
  tokens: {
    checks: [],
    verify: async (token) =>
      token === 'toy-reader'
        ? { ok: true, principal: { name: 'ada', scopes: ['read'] } }
        : { ok: false, description: 'The access token is not known' },
  },
});
const asAda = authorization(basicCredentials('ada', 'toy'));

function situation(request: Draft, scheme: Scheme = tokens, policy = anyone): Situation {
  return { resource: { realm: 'drafts', schemes: [scheme], policy }, request };
}

const nothing = situation(get('/'));
const wrong = situation(get('/', authorization('Bearer toy-stranger')));
const small = situation(get('/', authorization('Bearer toy-reader')), tokens, requireScope('write read'));
const role = situation(get('/', asAda), ada, requireRole('editor'));
const hidden = situation(get('/', asAda), ada, concealed(requireRole('editor')));
const twice = situation(get('/', authorization('Bearer a'), authorization('Bearer b')));

const sheet = proposalForm({
  path: '/answer',
  title: 'Your answer',
  asks: { kind: 'answer', statuses: [200, 401, 403], headers: ['WWW-Authenticate'] },
  begin: 'HTTP/1.1 401',
});

async function judged(about: Situation, content: string, method = 'POST', options: JudgeOptions = {}) {
  const message = { method, target: '/', fields: [], body: octets(content) };
  const reply = await answerRoute(sheet, about, options).handle?.({ message, env, resource: '' });
  const { status, trace = [] } = reply ?? { status: 500 };
  const failed = trace.find(({ outcome }) => outcome === 'failed');
  return { status, failed, trace, content: reply?.content };
}

const answer = (status: number, ...challenges: string[]) =>
  [`HTTP/1.1 ${status}`, ...challenges.map((value) => `WWW-Authenticate: ${value}`)].join('\n');

it.each([
  ['nothing sent', nothing, answer(401, 'Bearer realm="drafts"')],
  [
    'a scope may be told beforehand (RFC 6750 §3)',
    nothing,
    answer(401, 'bearer REALM="drafts", scope="read"'),
  ],
  ['a token that is not known', wrong, answer(401, 'Bearer realm="drafts", error="invalid_token"')],
  [
    'words for people are free, scopes are a set',
    small,
    answer(403, 'Bearer scope="read write",error=insufficient_scope, error_description="No", realm="drafts"'),
  ],
  ['a role is refused without a challenge', role, answer(403)],
  ['and may bring one all the same (RFC 9110 §11.6.1)', role, answer(403, 'Basic realm="drafts"')],
  ['what is hidden', hidden, answer(404)],
  ['what cannot be read', twice, answer(400, 'Bearer realm="drafts", error="invalid_request"')],
  ['any success', situation(get('/', asAda), ada), answer(204)],
  ['charset may be left out', situation(get('/'), ada), answer(401, 'Basic realm="drafts"')],
])('takes the right answer: %s', async (_what, about, content) => {
  const { status, failed } = await judged(about, content);
  expect(status, JSON.stringify(failed)).toBe(200);
});

it.each([
  ['a 401 without a challenge', nothing, answer(401), 'a 401 brings a challenge', 'no WWW-Authenticate'],
  ['403 to a stranger', nothing, answer(403), 'the status fits the request', 'nobody was recognised'],
  [
    '401 to somebody known',
    role,
    answer(401, 'Basic realm="drafts"'),
    'the status fits the request',
    'somebody',
  ],
  [
    '400 for credentials that are not valid',
    wrong,
    answer(400),
    'the status fits the request',
    'can be read',
  ],
  [
    '401 for what cannot be read',
    twice,
    answer(401, 'Bearer realm="drafts"'),
    'the status fits the request',
    'cannot',
  ],
  ['200 to a stranger', nothing, answer(200), 'the status fits the request', 'a gate refuses'],
  ['a 404 where nothing hides', role, answer(404), 'the status fits the request', 'nothing is hidden'],
  ['a 403 where something hides', hidden, answer(403), 'the status fits the request', 'something is there'],
  [
    'a 404 that asks',
    hidden,
    answer(404, 'Basic realm="drafts"'),
    'nothing gives away what is hidden',
    'a challenge',
  ],
  ['another scheme', nothing, answer(401, 'Basic realm="drafts"'), 'each challenge is of a scheme', 'Basic'],
  [
    'a scheme too many',
    nothing,
    answer(401, 'Bearer realm="drafts", Basic realm="drafts"'),
    'each chall',
    'Basic',
  ],
  [
    'no realm',
    nothing,
    answer(401, 'Bearer scope="read"'),
    'each challenge names the realm',
    'without a realm',
  ],
  [
    'another realm',
    nothing,
    answer(401, 'Bearer realm="Drafts"'),
    'each challenge names the realm',
    'realm Drafts',
  ],
  [
    'an error where nothing was sent',
    nothing,
    answer(401, 'Bearer realm="drafts", error="invalid_token"'),
    'the error code',
    'no Bearer credentials came',
  ],
  [
    'no error where a token was',
    wrong,
    answer(401, 'Bearer realm="drafts"'),
    'the error code',
    'no error code',
  ],
  ['403 without its challenge', small, answer(403), 'no challenge is missing', '0 challenges'],
  [
    'the scope left out',
    small,
    answer(403, 'Bearer realm="drafts", error="insufficient_scope"'),
    'the scope',
    'no scope',
  ],
  [
    'half the scope',
    small,
    answer(403, 'Bearer realm="drafts", error="insufficient_scope", scope="read"'),
    'the scope',
    'scope read',
  ],
  [
    'an error beside a missing role',
    role,
    answer(403, 'Basic realm="drafts", error="x"'),
    'the error code',
    'error x',
  ],
  [
    'a charset that does not exist',
    situation(get('/'), ada),
    answer(401, 'Basic realm="drafts", charset="latin1"'),
    'no parameter contradicts',
    'latin1',
  ],
  [
    'the field of a client',
    nothing,
    '{"status":401,"fields":[["Authorization","Bearer x"]]}',
    'the headers are',
    'Authorization',
  ],
])('refuses with 422 and says why: %s', async (_what, about, content, check, saw) => {
  const { status, failed } = await judged(about, content);
  expect(status).toBe(422);
  expect(failed?.check).toContain(check);
  expect(failed?.saw).toContain(saw);
  expect(failed?.stage).toBe('proposal');
});

it('never writes the right challenge into what it says of a wrong answer', async () => {
  for (const [about, secret] of [
    [nothing, 'realm="drafts"'],
    [small, 'insufficient_scope'],
    [wrong, 'invalid_token'],
  ] as const) {
    for (const content of [
      answer(401),
      answer(403),
      answer(403, 'Bearer realm="x"'),
      answer(401, 'Digest nonce="1"'),
    ])
      expect(JSON.stringify((await judged(about, content)).trace)).not.toContain(secret);
  }
});

it('a realm without quotation marks is refused, and the reason is given (RFC 9110 §11.5)', async () => {
  const { status, failed } = await judged(nothing, answer(401, 'Bearer realm=drafts'));
  expect(status).toBe(422);
  expect(failed).toMatchObject({
    check: 'each challenge names the realm',
    rule: 'RFC 9110 §11.5',
    saw: 'a realm without quotation marks',
    expected: 'the realm as a quoted-string, the only form that a server may send',
  });
});

it('two challenges in one line are refused only where each needs its own line (RFC 9110 §11.6.1)', async () => {
  const both: Situation = {
    resource: { realm: 'drafts', schemes: [ada, tokens], policy: anyone },
    request: get('/'),
  };
  const joined = answer(401, 'Basic realm="drafts", Bearer realm="drafts"');
  const apart = answer(401, 'Basic realm="drafts"', 'Bearer realm="drafts"');
  expect((await judged(both, joined)).status).toBe(200);
  expect((await judged(both, apart, 'POST', { linePerChallenge: true })).status).toBe(200);
  const { status, failed } = await judged(both, joined, 'POST', { linePerChallenge: true });
  expect(status).toBe(422);
  expect(failed).toMatchObject({
    check: 'each challenge has its own header line',
    rule: 'RFC 9110 §11.6.1',
    saw: '2 challenges in one WWW-Authenticate line',
    expected: 'one line for each scheme, because some clients do not read a second challenge in a line',
  });
});

it('white space around a value is left out, and takes no longer to read than its length', async () => {
  const padding = ' \t'.repeat(16_000);
  expect(
    (await judged(nothing, `HTTP/1.1 401\nWWW-Authenticate:${padding}Bearer realm="drafts"${padding}`))
      .status,
  ).toBe(200);
  const begun = process.cpuUsage();
  await judged(nothing, `HTTP/1.1 401\nWWW-Authenticate: x${padding}${padding}x`);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(500);
});

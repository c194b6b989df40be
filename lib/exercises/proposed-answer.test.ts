import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/http-auth/draft';
import { anyone, concealed, requireRole, requireScope } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic';
import { bearer } from '@/lib/http-auth/schemes/bearer';
import { serverEnv } from '@/lib/sandbox/env';
import { memoryStore } from '@/lib/store/memory';
import { authorization, get } from './drafts';
import { readAnswers, replyToAnswer, type Situation } from './proposed-answer';

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

async function judged(about: Situation, content: string) {
  const message = { method: 'POST', target: '/', fields: [], body: octets(content) };
  const { status, trace = [] } = await replyToAnswer({ message, env }, about);
  const failed = trace.find(({ outcome }) => outcome === 'failed');
  return { status, failed, trace };
}

const answer = (status: number, ...challenges: string[]) =>
  JSON.stringify({ status, fields: challenges.map((value) => ['WWW-Authenticate', value]) });

it.each([
  ['nothing sent', nothing, answer(401, 'Bearer realm="drafts"')],
  ['a scope may be told beforehand (RFC 6750 §3)', nothing, answer(401, 'bearer REALM=drafts, scope="read"')],
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
    'no parameter says',
    'latin1',
  ],
  [
    'the field of a client',
    nothing,
    '{"status":401,"fields":[["Authorization","Bearer x"]]}',
    'the field lines are',
    'Authorization',
  ],
])('refuses with 422 and says why: %s', async (_what, about, content, check, saw) => {
  const { status, failed } = await judged(about, content);
  expect(status).toBe(422);
  expect(failed?.check).toContain(check);
  expect(failed?.saw).toContain(saw);
  expect(failed?.stage).toBe('authorization');
});

it.each([
  ['no JSON', 'status: 401', 'text that is not JSON'],
  ['an array', '[401]', 'an array'],
  ['a name twice', '{"status":401,"status":403}', 'twice'],
  ['no status', '{"fields":[]}', 'status: nothing'],
  ['a status as text', '{"status":"401"}', 'status: a string'],
  ['no such status', '{"status":99}', 'status: 99'],
  ['half a line', '{"status":401,"fields":[["WWW-Authenticate"]]}', 'fields: an array'],
  ['a line as text', '{"status":401,"fields":["WWW-Authenticate: Bearer"]}', 'fields: an array'],
  [
    'a colon in the name',
    '{"status":401,"fields":[["WWW-Authenticate:","x"]]}',
    'the field name WWW-Authenticate:',
  ],
  ['two lines in one', '{"status":401,"fields":[["WWW-Authenticate","Bearer\\nX: y"]]}', 'a line feed'],
  ['an open quotation mark', '{"status":401,"fields":[["WWW-Authenticate","Bearer realm=\\"a"]]}', 'the end'],
  ['an empty challenge', '{"status":401,"fields":[["WWW-Authenticate"," "]]}', 'an empty'],
])('answers 400 to what cannot be read: %s', async (_what, content, saw) => {
  const { status, failed } = await judged(nothing, content);
  expect(status).toBe(400);
  expect(failed?.saw).toContain(saw);
  expect(failed?.stage).toBe('syntax');
});

describe('several by name', () => {
  const names = ['one', 'two'];

  it('are read together, some or all', () => {
    const read = readAnswers(octets(`{"two": ${answer(401, 'Bearer realm="x"')}}`), names);
    expect(read.ok && [...read.value.keys()]).toEqual(['two']);
    expect(read.ok && read.value.get('two')?.challenges[0]?.scheme).toBe('Bearer');
  });

  it.each([
    ['an unknown name', '{"three": {"status": 401}}', 'the name three'],
    ['a name of every object', '{"__proto__": {"status": 401}}', 'the name __proto__'],
    ['no name at all', '{}', 'an object without members'],
    ['a fault in one of them', '{"one": {"status": 401}, "two": 403}', 'two: a number'],
  ])('are refused with the name of the fault: %s', (_what, content, saw) => {
    const read = readAnswers(octets(content), names);
    expect(read.ok).toBe(false);
    expect(read.trace.at(-1)?.saw).toBe(saw);
  });
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

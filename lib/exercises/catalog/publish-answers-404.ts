import { type Check, failed, passed } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import { anyone, concealed, type Policy } from '@/lib/http-auth/policies';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { authorization, get, send } from '../drafts';
import { defineExercise } from '../exercise';
import { toyKey } from '../people';

const path = '/toy-kettle';

const granted: Check = {
  stage: 'authorization',
  check: 'the token may do this to the package',
  failure: 'the token may not do this to the package',
  rule: 'RFC 9110 §15.5.4',
};

/** Reading needs another right than publishing does. */
const perMethod: Policy = {
  checks: [granted],
  judge({ scopes = [] }, { method }, note) {
    const scope = method === 'PUT' ? 'publish' : 'read';
    const ok = scopes.includes(scope);
    note(ok ? passed(granted, scope) : failed(granted, scopes.join(' '), scope));
    return { granted: ok };
  },
};

/** The next version of the package, as a client would publish it, in small. */
function publish(to: string, ...fields: Field[]): Draft {
  const body = JSON.stringify({ name: 'toy-kettle', version: '1.2.0' });
  return { method: 'PUT', path: to, fields: [...fields, ['Content-Type', 'application/json']], body };
}

const token = (value: string) => authorization(`Bearer ${value}`);

export default defineExercise({
  title: 'Publishing answers 404',
  task: 'Ada installs the package toy-kettle every day, but publishing version 1.2.0 gets 404: PUT /toy-kettle was not found. Publish it.',
  level: 2,
  goal: { status: 200, method: 'PUT', path },
  hints: [
    'Ask GET /toy-kettle with the same token. Is the package missing?',
    'The third gate refused you. This registry answers 404 where others answer 403. GET /whoami tells whose token it is, but not what it may do.',
    'PUT /toy-kettle with Authorization: Bearer ____, a token that was made for publishing.',
  ],
  async resource(attempt) {
    const [reading, publishing, old] = await Promise.all(
      ['reading', 'publishing', 'old'].map((label) => toyKey(attempt, `${label} token`)),
    );
    const ada = (scopes: readonly string[]) => ({ name: 'ada', scopes });
    return {
      realm: 'registry',
      schemes: [
        bearer({
          tokens: opaqueTokens(
            new Map([
              [reading ?? '', { principal: ada(['read']) }],
              [publishing ?? '', { principal: ada(['read', 'publish']) }],
              [old ?? '', { principal: ada(['read', 'publish']), revoked: true }],
            ]),
          ),
        }),
      ],
      routes: {
        [path]: {
          policy: concealed(perMethod),
          methods: ['GET', 'PUT'],
          content: { package: 'toy-kettle', latest: '1.1.0' },
        },
        '/whoami': { policy: anyone },
      },
      wallet: async () => ({
        'install-token': { label: 'Token of the build, for installing', value: reading ?? '' },
        'publish-token': { label: 'Token for publishing', value: publishing ?? '' },
        'old-token': { label: 'Token of last year, since revoked', value: old ?? '' },
      }),
    };
  },
  start: (w) => publish(path, token(w['install-token'])),
  solution: (w) => publish(path, token(w['publish-token'])),
  reasons: ['Publishing needs a token that was made for it; the registry answers 404 to all others.'],
  mistakes: [
    {
      name: 'reading the package that is not found',
      draft: (w) => get(path, token(w['install-token'])),
      status: 200,
      misconception: '404-means-a-typo',
    },
    {
      name: 'without a token',
      draft: () => publish(path),
      status: 404,
      misconception: 'a-stranger-always-gets-401',
    },
    {
      name: 'the revoked token',
      draft: (w) => publish(path, token(w['old-token'])),
      status: 404,
      misconception: 'a-stranger-always-gets-401',
    },
    {
      name: 'the revoked token asks who it is',
      draft: (w) => get('/whoami', token(w['old-token'])),
      status: 401,
      fails: 'token is not revoked',
    },
    {
      name: 'the token for installing asks who it is',
      draft: (w) => get('/whoami', token(w['install-token'])),
      status: 200,
      misconception: 'signing-in-is-enough',
    },
    {
      name: 'another spelling of the name',
      draft: (w) => publish('/Toy-Kettle', token(w['publish-token'])),
      status: 404,
      misconception: '404-means-a-typo',
    },
    {
      name: 'the token as a password',
      draft: (w) => publish(path, authorization(basicCredentials('ada', w['publish-token']))),
      status: 404,
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'removing it first',
      draft: (w) => send('DELETE', path, token(w['publish-token'])),
      status: 405,
      misconception: 'retry-until-it-works',
    },
  ],
});

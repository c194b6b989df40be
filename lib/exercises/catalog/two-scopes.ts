import { ownerOnly, type Policy, requireScope } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { authorizationServer } from '../authorization-server';
import { authorization, get, send, tampered } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { asClient, form, tokenFrom } from '../token-drafts';

type Names = 'token' | 'refresh-token' | 'client-id' | 'client-secret';

const path = '/diary';
const scope = requireScope('read write');
const owner = ownerOnly('ada');

/** First what the token may, then what its principal may: two questions, two kinds of 403. */
const bothAsked: Policy = {
  checks: [...scope.checks, ...owner.checks],
  async judge(principal, message, note, env) {
    const verdict = await scope.judge(principal, message, note, env);
    return verdict.granted ? owner.judge(principal, message, note, env) : verdict;
  },
};

const forProgram = (w: Wallet<Names>, asked: string) =>
  form('/token', { grant_type: 'client_credentials', scope: asked }, asClient(w));

const forAda = (w: Wallet<Names>, asked: string) =>
  form(
    '/token',
    { grant_type: 'refresh_token', refresh_token: w['refresh-token'], scope: asked },
    asClient(w),
  );

const tidy = (token: string) => send('PATCH', path, authorization(`Bearer ${token}`));

const tidyWith = async (ask: Ask, request: ReturnType<typeof forAda>) => tidy(await tokenFrom(ask, request));

export default defineExercise<Names>({
  title: 'Two scopes, one diary',
  task: 'A small program wants to tidy Ada’s diary with PATCH /diary, and its token is refused. POST /token gives it tokens in its own name (grant_type=client_credentials) or in Ada’s (grant_type=refresh_token with her refresh token). Both need a form with scope, and the client’s Basic credentials. Tidy the diary. You may get a second 403 before that.',
  level: 3,
  goal: { status: 200, method: 'PATCH', path },
  hints: [
    'Read the whole value of scope in the challenge. If another 403 comes, check whether its challenge names a scope.',
    'The third gate refused both times. The first refusal is about the scope of the token, the second about whose token it is.',
    'POST /token with grant_type=____, refresh_token=… and a scope of two words; then PATCH /diary with what it answers.',
  ],
  async resource(attempt) {
    const { client, endpoint, issuer, refreshToken, tokens } = await authorizationServer(attempt);
    return {
      realm: 'diary',
      schemes: [bearer({ tokens })],
      routes: {
        [path]: { policy: bothAsked, methods: ['PATCH'], content: { tidied: '12 pages' } },
        '/': { policy: requireScope('read') },
        '/token': endpoint,
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        token: {
          label: 'The program’s own token with scope read',
          value: await issuer.token({ sub: client.id, client_id: client.id, scope: 'read' }),
        },
        'refresh-token': { label: 'Ada’s refresh token, good for one use', value: await refreshToken() },
        'client-id': { label: 'Client id', value: client.id },
        'client-secret': { label: 'Client secret', value: client.secret },
      }),
    };
  },
  start: (w) => tidy(w.token),
  solution: (w, ask) => tidyWith(ask, forAda(w, 'read write')),
  reasons: [
    'The refresh token is Ada’s, and the scope names both rights that the diary asks for.',
    'The new token is Ada’s and has both scopes.',
  ],
  mistakes: [
    {
      name: 'the missing scope in place of the old one',
      draft: (w, ask) => tidyWith(ask, forProgram(w, 'write')),
      status: 403,
      fails: 'scope read write is granted',
      misconception: 'a-new-scope-adds-to-the-old-token',
    },
    {
      name: 'both scopes, in the program’s own name',
      draft: (w, ask) => tidyWith(ask, forProgram(w, 'write read')),
      status: 403,
      fails: 'the object belongs to the principal',
      misconception: 'a-scope-is-a-permission-of-the-person',
    },
    {
      name: 'Ada’s token with one scope of two',
      draft: (w, ask) => tidyWith(ask, forAda(w, 'write')),
      status: 403,
      fails: 'scope read write is granted',
      misconception: 'a-new-scope-adds-to-the-old-token',
    },
    {
      name: 'the scopes with a comma between them',
      draft: (w) => forAda(w, 'read,write'),
      status: 400,
      fails: 'scope is within what was granted',
      misconception: 'a-list-has-commas',
    },
    {
      name: 'two tokens, a line each',
      async draft(w, ask) {
        const other = await tokenFrom(ask, forProgram(w, 'write'));
        return send('PATCH', path, authorization(`Bearer ${w.token}`), authorization(`Bearer ${other}`));
      },
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
    {
      name: 'the scope written into the token',
      draft: (w) => tidy(tampered(w.token, { sub: 'ada', scope: 'read write' })),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'reading the cover',
      draft: (w) => get('/', authorization(`Bearer ${w.token}`)),
      status: 200,
    },
  ],
});

import { requireScope } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get, send, tampered } from '../drafts';
import { defineExercise } from '../exercise';

export default defineExercise({
  title: 'Right token, scope too small',
  task: 'The server recognises Ada and refuses her. Delete draft 7.',
  level: 1,
  minutes: 2,
  goal: { status: 200, method: 'DELETE', path: '/drafts/7' },
  hints: [
    'Two questions: who are you, and may you? Which of them is answered already?',
    'The third gate refused you. Read scope in WWW-Authenticate.',
    'DELETE /drafts/7 with Authorization: Bearer ____, a token with that scope.',
  ],
  async resource(attempt) {
    const { scheme, issuer } = await tokenService(attempt);
    return {
      realm: 'drafts',
      schemes: [scheme],
      routes: {
        '/drafts/7': { methods: ['DELETE'], policy: requireScope('drafts:delete'), content: { deleted: 7 } },
        '/drafts': { policy: requireScope('drafts:read'), content: { drafts: [3, 5, 7] } },
      },
      wallet: async () => ({
        'reader-token': {
          label: 'Token with scope drafts:read',
          value: await issuer.token({ sub: 'ada', scope: 'drafts:read' }),
        },
        'editor-token': {
          label: 'Token with scope drafts:read drafts:delete',
          value: await issuer.token({ sub: 'ada', scope: 'drafts:read drafts:delete' }),
        },
      }),
    };
  },
  start: (w) => send('DELETE', '/drafts/7', authorization(`Bearer ${w['reader-token']}`)),
  solution: (w) => send('DELETE', '/drafts/7', authorization(`Bearer ${w['editor-token']}`)),
  reasons: ['The editor’s token has the scope that the challenge names.'],
  mistakes: [
    {
      name: 'no token',
      draft: () => send('DELETE', '/drafts/7'),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'signing in again, same scope',
      draft: (w) =>
        send('DELETE', '/drafts/7', authorization(`Bearer ${w['reader-token']}`), [
          'Cache-Control',
          'no-cache',
        ]),
      status: 403,
      fails: 'scope drafts:delete is granted',
      misconception: 'log-in-again',
    },
    {
      name: 'the scope written into the token',
      draft: (w) =>
        send(
          'DELETE',
          '/drafts/7',
          authorization(`Bearer ${tampered(w['reader-token'], { scope: 'drafts:delete' })}`),
        ),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'the scope asked for in the query',
      draft: (w) =>
        send('DELETE', '/drafts/7?scope=drafts:delete', authorization(`Bearer ${w['reader-token']}`)),
      status: 403,
      fails: 'scope drafts:delete is granted',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'reading instead of deleting',
      draft: (w) => get('/drafts', authorization(`Bearer ${w['editor-token']}`)),
      status: 200,
    },
    {
      name: 'scheme twice',
      draft: (w) => send('DELETE', '/drafts/7', authorization(`Bearer Bearer ${w['editor-token']}`)),
      status: 400,
      fails: 'Bearer is followed by one token',
      misconception: 'the-tool-adds-it',
    },
  ],
});

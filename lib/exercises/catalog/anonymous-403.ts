import { requireRole } from '@/lib/http-auth/policies';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { anonymous } from '../anonymous';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { toyKey } from '../people';

const path = '/pods';

const token = (value: string) => authorization(`Bearer ${value}`);

export default defineExercise({
  title: 'A 403 for system:anonymous',
  task: 'A cluster answers Alan’s GET /pods with 403, so he asks for more rights. The body names whom it refused. Then get the list.',
  level: 1,
  goal: { status: 200, path },
  hints: [
    'The body names the principal that was refused. Is that Alan?',
    'The third gate refused you. No credentials were sent, so the second gate treated you as system:anonymous.',
    'GET /pods with Authorization: Bearer ____, a token with the role viewer.',
  ],
  async resource(attempt) {
    const [viewer = '', builder = ''] = await Promise.all(
      ['viewer', 'builder'].map((label) => toyKey(attempt, `${label} token`)),
    );
    return {
      realm: 'cluster',
      schemes: [
        bearer({
          challengesForbidden: false,
          tokens: opaqueTokens({
            [viewer]: { principal: { name: 'alan', roles: ['viewer'] } },
            [builder]: { principal: { name: 'system:serviceaccount:build', roles: ['builder'] } },
          }),
        }),
        anonymous,
      ],
      routes: {
        [path]: { policy: requireRole('viewer'), content: { pods: ['kettle-1', 'kettle-2', 'teapot-1'] } },
      },
      wallet: async () => ({
        'alan-token': { label: "Alan's token", value: viewer },
        'build-token': { label: 'Token of the build', value: builder },
      }),
    };
  },
  start: () => get(path),
  solution: (w) => get(path, token(w['alan-token'])),
  reasons: [
    'The list is for the role viewer, which comes with Alan’s token; without a token the server sees system:anonymous.',
  ],
  mistakes: [
    {
      name: 'the token in a field of its own',
      draft: (w) => get(path, ['X-Auth-Token', w['alan-token']]),
      status: 403,
      fails: 'role viewer is held',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the token as a password',
      draft: (w) => get(path, authorization(basicCredentials('alan', w['alan-token']))),
      status: 403,
      fails: 'role viewer is held',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'somebody who is known and has another role',
      draft: (w) => get(path, token(w['build-token'])),
      status: 403,
      fails: 'role viewer is held',
      misconception: '403-means-i-am-logged-in',
    },
    {
      name: 'a token with one letter missing',
      draft: (w) => get(path, token(w['alan-token'].slice(0, -1))),
      status: 401,
      fails: 'token is known',
      misconception: '403-means-wrong-password',
    },
    {
      name: 'a variable that was empty',
      draft: () => get(path, token('undefined')),
      status: 401,
      fails: 'token is known',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'the scheme word twice',
      draft: (w) => get(path, token(`Bearer ${w['alan-token']}`)),
      status: 400,
      fails: 'Bearer is followed by one token',
      misconception: 'the-tool-adds-it',
    },
    {
      name: 'a role that one gives oneself',
      draft: () => get(path, ['Impersonate-Group', 'viewer']),
      status: 403,
      fails: 'role viewer is held',
      misconception: 'the-client-says-who-it-is',
    },
  ],
});

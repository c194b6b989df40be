import type { Field } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get } from '../drafts';
import { defineExercise, type Reply } from '../exercise';
import { inFront } from '../intermediary';
import { person, toyKey } from '../people';

const path = '/seedlings';

/** What a gateway of a well-known kind does to the challenge on its way out, so that no browser opens a dialog. */
function remapped(reply: Reply): Reply {
  const fields = (reply.fields ?? []).map(
    ([name, value]): Field =>
      name === 'WWW-Authenticate' ? [`x-amzn-Remapped-${name}`, value] : [name, value],
  );
  return { ...reply, fields };
}

export default defineExercise({
  title: 'The challenge under another name',
  task: 'Grace’s greenhouse sends WWW-Authenticate with every 401: she sees it in her logs. Clients outside, before a gateway, find no such header. Find out which credentials are asked for, and read /seedlings.',
  level: 2,
  goal: { status: 200, path },
  wrongOnPurpose: 'RFC 9110 §15.5.2',
  hints: [
    'Read every header of the 401, also those with names that you do not know.',
    'The second gate sent its challenge. The gateway renamed that header and left its value as it was.',
    'GET /seedlings with Authorization: ____, in the scheme that the renamed header asks for.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const token = await toyKey(attempt, 'token of another service');
    const realm = 'greenhouse';
    const schemes = [basic({ accounts: [{ ...grace, principal: { name: 'grace' } }] })] as const;
    return {
      realm,
      schemes,
      routes: {
        [path]: inFront({
          resource: { realm, schemes, policy: anyone },
          content: { seedlings: ['peas', 'foxgloves'] },
          hop: async ({ message }) => ({ message, trace: [] }),
          back: remapped,
        }),
      },
      wallet: async () => ({
        token: { label: 'A token that Grace has', value: token },
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: (w) => get(path, authorization(`Bearer ${w.token}`)),
  solution: (w) => get(path, basicLine(w, 'grace')),
  reasons: ['The renamed header asks for Basic, so Grace’s user name and password are sent.'],
  mistakes: [
    {
      name: 'without credentials, to be asked',
      draft: () => get(path),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'sent-is-received',
    },
    {
      name: 'the token in a field of its own',
      draft: (w) => get(path, ['X-API-Key', w.token]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the answer in the field that was renamed',
      draft: (w) =>
        get(path, [
          'x-amzn-Remapped-Authorization',
          basicCredentials(w['grace-username'], w['grace-password']),
        ]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-answer-goes-where-the-question-was',
    },
    {
      name: 'the password as it is',
      draft: (w) => get(path, authorization(`Basic ${w['grace-username']}:${w['grace-password']}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
      misconception: 'basic-takes-it-plain',
    },
    {
      name: 'the token as a password',
      draft: (w) => get(path, authorization(basicCredentials(w['grace-username'], w.token))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'password and token at once',
      draft: (w) => get(path, basicLine(w, 'grace'), authorization(`Bearer ${w.token}`)),
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
  ],
});

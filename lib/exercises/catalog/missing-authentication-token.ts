import { anyone } from '@/lib/http-auth/policies';
import { apiKey } from '@/lib/http-auth/schemes/api-key/api-key';
import { authorization, get, send } from '../drafts';
import { defineExercise, type Reply } from '../exercise';
import { inFront } from '../intermediary';
import { toyKey } from '../people';

const path = '/prod/kettles';
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A gateway of a well-known kind says so of every path and method that it does not have, whatever was sent. */
const unknown: Reply = {
  status: 403,
  fields: [['x-amzn-ErrorType', 'MissingAuthenticationTokenException']],
  content: {
    type: 'about:blank',
    title: 'Forbidden',
    status: 403,
    detail: 'Missing Authentication Token',
    message: 'Missing Authentication Token',
  },
};

const key = (value: string) => ['X-API-Key', value] as const;

export default defineExercise({
  title: 'Missing Authentication Token',
  task: 'Alan sends a valid key, and the gateway says that an authentication token is missing. The API is deployed to one stage, prod, and its page lists one call: GET kettles. Get the list of kettles.',
  level: 2,
  goal: { status: 200, path },
  wrongOnPurpose: 'RFC 9110 §15.5.5',
  hints: [
    'Ask for a path that certainly does not exist. Does the response differ?',
    'No gate was reached, so no check looked at the key. This gateway gives the same response for every path that it does not have. What comes first in its paths?',
    'GET /____/kettles with X-API-Key: ____.',
  ],
  async resource(attempt) {
    const value = await toyKey(attempt, 'api key');
    const realm = 'kettles';
    // Behind the right path this gateway refuses with 403, too, and without a challenge.
    const schemes = [{ ...apiKey({ keys: { [value]: { name: 'alan' } } }), refusesWith: 403 }] as const;
    return {
      realm,
      schemes,
      routes: {
        [path]: inFront({
          resource: { realm, schemes, policy: anyone },
          content: { kettles: ['copper', 'enamel', 'whistling'] },
          methods,
          hop: async ({ message }) =>
            /^(?:GET|HEAD)$/.test(message.method) ? { message, trace: [] } : unknown,
        }),
      },
      elsewhere: { policy: anyone, open: true, methods, handle: async () => unknown },
      wallet: async () => ({ key: { label: "Alan's key, for X-API-Key", value } }),
    };
  },
  start: (w) => get('/kettles', key(w.key)),
  solution: (w) => get(path, key(w.key)),
  reasons: ['The path begins with the name of the stage; the gateway has nothing at the other path.'],
  mistakes: [
    {
      name: 'a token, as the message asks',
      draft: (w) => get('/kettles', key(w.key), authorization(`Bearer ${w.key}`)),
      status: 403,
      misconception: 'the-message-names-the-cause',
    },
    {
      name: 'a stage that was never deployed',
      draft: (w) => get('/dev/kettles', key(w.key)),
      status: 403,
      misconception: 'the-message-names-the-cause',
    },
    {
      name: 'a slash at the end',
      draft: (w) => get('/prod/kettles/', key(w.key)),
      status: 403,
      misconception: 'a-slash-means-nothing',
    },
    {
      name: 'another method at the right path',
      draft: (w) => send('POST', path, key(w.key)),
      status: 403,
      misconception: 'the-message-names-the-cause',
    },
    {
      name: 'a path that nobody could have made',
      draft: () => get('/no/such/thing'),
      status: 403,
    },
    {
      name: 'the right call without a key',
      draft: () => get(path),
      status: 403,
      fails: 'credentials are presented',
      misconception: 'a-stranger-always-gets-401',
    },
    {
      name: 'the right call with a wrong key',
      draft: () => get(path, key('toy-key-of-nobody')),
      status: 403,
      fails: 'API key is known',
      misconception: '403-means-i-am-logged-in',
    },
  ],
});

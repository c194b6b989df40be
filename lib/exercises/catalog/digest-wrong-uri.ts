import { anyone } from '@/lib/http-auth/policies';
import { digest } from '@/lib/http-auth/schemes/digest/digest';
import { digestDraft, digestUri, editedDraft } from '../digest-answers';
import { get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

const search = '/search?q=lace%20collar';

export default defineExercise({
  title: 'Digest for another address',
  task: 'Ada searches for a lace collar. Her client computes the proof for the path and forgets the query. Get the results.',
  level: 2,
  goal: { status: 200, path: '/search' },
  hints: [
    'Compare the request line with the parameter uri, letter by letter.',
    'The first gate refused you: uri is another address than that of the request.',
    'uri="____", the target exactly as in the request line, and response computed with it.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    const nonceKey = await attempt.derive('nonces', 32);
    const accounts = [{ ...ada, principal: { name: 'ada' } }];
    return {
      realm: 'shop',
      schemes: [digest({ accounts, nonceKey, nonceSeconds: 1800 })],
      routes: { '/search': { policy: anyone, content: { found: 3 } } },
      wallet: async () => ({
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: (wallet, ask) => digestDraft(ask, get(search), wallet, { uri: digestUri(ask, '/search') }),
  solution: (wallet, ask) => digestDraft(ask, get(search), wallet),
  reasons: [
    'The challenge brings the nonce that the response needs.',
    'The parameter uri is the whole target, query included, and response is computed with it.',
  ],
  mistakes: [
    { name: 'no credentials', draft: () => get(search), status: 401, fails: 'credentials are presented' },
    {
      name: 'uri mended, response left as it was',
      draft: async (wallet, ask) =>
        editedDraft(
          await digestDraft(ask, get(search), wallet, { uri: digestUri(ask, '/search') }),
          (value) => value.replace('/search"', `${search}"`),
        ),
      status: 401,
      fails: 'response proves the password',
      misconception: 'the-response-covers-the-password-alone',
    },
    {
      name: 'a plus for the space',
      draft: (wallet, ask) =>
        digestDraft(ask, get(search), wallet, { uri: digestUri(ask, search.replace('%20', '+')) }),
      status: 400,
      fails: 'uri is the request target',
      misconception: 'the-same-address-can-be-written-anyhow',
    },
    {
      name: 'the space decoded',
      draft: (wallet, ask) =>
        digestDraft(ask, get(search), wallet, { uri: digestUri(ask, search.replace('%20', ' ')) }),
      status: 400,
      fails: 'uri is the request target',
      misconception: 'the-same-address-can-be-written-anyhow',
    },
    {
      name: 'the address with the name of another host',
      draft: (wallet, ask) =>
        digestDraft(ask, get(search), wallet, {
          uri: `https://gateway.example${digestUri(ask, search)}`,
        }),
      status: 400,
      fails: 'uri is the request target',
      misconception: 'the-same-address-can-be-written-anyhow',
    },
    {
      name: 'the path below the door',
      draft: (wallet, ask) => digestDraft(ask, get(search), wallet, { uri: search }),
      status: 400,
      fails: 'uri is the request target',
    },
    {
      name: 'computed for another method',
      draft: (wallet, ask) => digestDraft(ask, get(search), wallet, { method: 'POST' }),
      status: 401,
      fails: 'response proves the password',
      misconception: 'the-response-covers-the-password-alone',
    },
  ],
});

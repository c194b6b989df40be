import { requireScope, stepUp } from '@/lib/http-auth/policies';
import { suite } from '../answer-suite';
import { tokenService } from '../api-tokens';
import { authorization, get, proposeAnswers, send } from '../drafts';
import { defineExercise } from '../exercise';
import type { LibraryRequest } from '../library-api';
import { toyWords } from '../people';

type Answers = Parameters<typeof proposeAnswers>[1];

const answers = (by: Answers) => proposeAnswers('/answers', by);
const must = ['realm', 'error', 'scope', 'acr_values', 'max_age'];
const payments =
  'Takes Bearer. Needs the acr strong, by a sign-in at most 300 seconds ago, and the scope payments. It looks at the sign-in first.';

/** The challenge that asks for another sign-in. */
const signIn = (realm: string) =>
  `Bearer realm="${realm}", error="insufficient_user_authentication", acr_values="strong", max_age=300`;

/** What RFC 9470 and RFC 6750 want, written by hand: the suite itself asks the gates. */
const right = (realm: string): Answers => ({
  nothing: [401, `Bearer realm="${realm}"`],
  weak: [401, signIn(realm)],
  yesterday: [401, signIn(realm)],
  'small-scope': [403, `Bearer realm="${realm}", error="insufficient_scope", scope="payments"`],
  expired: [401, `Bearer realm="${realm}", error="invalid_token"`],
  statement: [200],
});

export default defineExercise({
  title: 'The bank answers six requests',
  task: 'You answer six requests in place of a bank’s API. GET /requests lists them, each with what the server found out. POST /answers takes the responses that you propose, by name. A client must learn from them which sign-in you want.',
  level: 3,
  minutes: 5,
  goal: { status: 200, method: 'POST', path: '/answers' },
  hints: [
    'Which tokens are valid? Of those, which sign-in is too weak or too old, and which token allows too little?',
    'A valid token from a weak sign-in gets 401, since another sign-in helps. A small scope gets 403.',
    'weak: ___ and in the next line WWW-Authenticate: Bearer realm="____", error="____", acr_values="strong", max_age=____',
  ],
  async resource(attempt) {
    const { scheme, issuer, at } = await tokenService(attempt);
    const realm = await toyWords(attempt, 'realm of the bank');
    const line = async (claims: Record<string, unknown>) =>
      authorization(`Bearer ${await issuer.token({ sub: 'ada', scope: 'read payments', ...claims })}`);
    const strong = { acr: 'strong', auth_time: at(-60) };
    const weak = await line({ acr: 'password', auth_time: at(-60) });
    const policy = stepUp({ acr: 'strong', maxAge: 300 }, requireScope('payments'));
    const pay = (name: string, finds: string, ...fields: Parameters<typeof send>[2][]): LibraryRequest => ({
      name,
      finds,
      policy: payments,
      resource: { realm, schemes: [scheme], policy },
      request: send('POST', '/payments', ...fields),
    });
    const requests: readonly LibraryRequest[] = [
      pay('nothing', 'No credentials.'),
      pay('weak', 'Ada’s valid token. She signed in a minute ago, with her password alone.', weak),
      pay(
        'yesterday',
        'Ada’s valid token with the acr strong. She signed in yesterday.',
        await line({ ...strong, auth_time: at(-86_400) }),
      ),
      pay(
        'small-scope',
        'Ada’s valid token with the acr strong, of a minute ago. Its scope is read.',
        await line({ ...strong, scope: 'read' }),
      ),
      pay(
        'expired',
        'Ada’s genuine token with the acr strong. It expired an hour ago.',
        await line({ ...strong, auth_time: at(-7200), iat: at(-7200), exp: at(-3600) }),
      ),
      {
        name: 'statement',
        policy: 'Takes Bearer. Needs the scope read.',
        finds: 'The same token as in weak.',
        resource: { realm, schemes: [scheme], policy: requireScope('read') },
        request: get('/statements', weak),
      },
    ];
    return {
      realm,
      schemes: [scheme],
      ...suite(requests, realm, { must, host: 'bank.example' }),
      wallet: async () => ({ realm: { label: 'The realm of this bank', value: realm } }),
    };
  },
  start: ({ realm }) => answers({ weak: [403, `Bearer realm="${realm}", error="insufficient_scope"`] }),
  solution: ({ realm }) => answers(right(realm)),
  reasons: [
    'A weak or old sign-in gets 401 that says which sign-in is needed, and a small scope gets 403 with the scope.',
  ],
  mistakes: [
    {
      name: '403 for a weak sign-in',
      draft: () => answers({ weak: [403] }),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'every-bearer-error-is-about-scope',
    },
    {
      name: 'invalid_token for a weak sign-in',
      draft: ({ realm }) => answers({ weak: [401, `Bearer realm="${realm}", error="invalid_token"`] }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'a-new-token-is-a-new-login',
    },
    {
      name: 'no word of what the sign-in has to be like',
      draft: ({ realm }) =>
        answers({ weak: [401, `Bearer realm="${realm}", error="insufficient_user_authentication"`] }),
      status: 422,
      fails: 'the parameters that a client needs are there',
      misconception: 'the-number-is-enough',
    },
    {
      name: 'another age than the policy',
      draft: ({ realm }) => answers({ yesterday: [401, signIn(realm).replace('300', '86400')] }),
      status: 422,
      fails: 'no parameter contradicts the server',
      misconception: 'a-new-token-is-a-new-login',
    },
    {
      name: '401 for a small scope',
      draft: ({ realm }) => answers({ 'small-scope': [401, signIn(realm)] }),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'a strong sign-in for an expired token',
      draft: ({ realm }) => answers({ expired: [401, signIn(realm)] }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'every-401-begins-anew',
    },
    {
      name: 'a sign-in demanded for everything',
      draft: ({ realm }) => answers({ statement: [401, signIn(realm)] }),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'more-is-safer',
    },
    {
      name: 'five of six',
      async draft({ realm }, ask) {
        await ask(answers({ statement: [403] }));
        const { statement: _left, ...others } = right(realm);
        return answers(others);
      },
      status: 202,
    },
    {
      name: 'a quotation mark left open',
      draft: ({ realm }) => answers({ nothing: [401, `Bearer realm="${realm}`] }),
      status: 400,
      fails: 'every proposed header parses',
    },
  ],
});

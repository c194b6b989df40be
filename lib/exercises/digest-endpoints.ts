/** The open doors of Digest: one algorithm each, the same people, the same mistakes. */
import { anyone } from '@/lib/http-auth/policies';
import { type DigestOptions, digest } from '@/lib/http-auth/schemes/digest/digest';
import { digestDraft, editedDraft } from './digest-answers';
import { get } from './drafts';
import { type Attempt, defineExercise, type Exercise, type Route } from './exercise';
import { person, toyWords } from './people';

/** Ada, who is administrator; Ada with a name beyond ASCII; Grace, who reads. */
async function digestPeople(attempt: Attempt) {
  const ada = await person(attempt, 'ada');
  const unicode = {
    username: 'ada-løvelace',
    password: `${await toyWords(attempt, 'password beyond ASCII')}-ü€`,
  };
  const grace = await person(attempt, 'grace');
  return {
    ada,
    accounts: [
      { ...ada, principal: { name: 'ada', roles: ['administrator'] } },
      { ...unicode, principal: { name: 'ada-løvelace', roles: ['reader'] } },
      { ...grace, principal: { name: 'grace', roles: ['reader'] } },
    ],
    wallet: {
      username: { label: 'Administrator', value: ada.username },
      password: { label: "Administrator's password", value: ada.password },
      'unicode-username': { label: 'A name beyond ASCII', value: unicode.username },
      'unicode-password': { label: 'Its password', value: unicode.password },
      'reader-username': { label: 'Reader', value: grace.username },
      'reader-password': { label: "Reader's password", value: grace.password },
    },
  };
}

export type DigestWallet = keyof Awaited<ReturnType<typeof digestPeople>>['wallet'];

interface DigestEndpoint {
  readonly title: string;
  readonly task: string;
  readonly options: Omit<DigestOptions, 'accounts' | 'nonceKey'> & Required<Pick<DigestOptions, 'algorithm'>>;
  /** The algorithm of a second challenge, after the first. */
  readonly second?: DigestOptions['algorithm'];
  /** Paths besides `/`; `stale` has schemes whose nonces have ended when they are given. */
  readonly routes?: (staleSchemes: NonNullable<Route['schemes']>) => Readonly<Record<string, Route>>;
  readonly mistakes?: Exercise<DigestWallet>['mistakes'];
}

/** An open door of Digest with one algorithm. */
export function openDigest({ title, task, options, second, routes, mistakes = [] }: DigestEndpoint) {
  const usual = options.algorithm === 'MD5' ? 'SHA-256' : 'MD5';
  const other = usual === second ? 'SHA-512-256' : usual;
  return defineExercise<DigestWallet>({
    title,
    task,
    level: 1,
    open: true,
    goal: { status: 200 },
    hints: [
      'The challenge names realm, nonce, algorithm and qop; the response repeats them.',
      'The second gate computes the response itself, from the password that it knows.',
      'curl --digest -u ____ asks first, then answers the challenge automatically.',
    ],
    async resource(attempt) {
      const { accounts, wallet } = await digestPeople(attempt);
      const nonceKey = await attempt.derive('nonces', 32);
      const stale = digest({ ...options, accounts, nonceKey, nonceSeconds: -1 });
      return {
        realm: 'open door',
        schemes: second
          ? [
              digest({ ...options, accounts, nonceKey, besides: second }),
              digest({ ...options, algorithm: second, accounts, nonceKey }),
            ]
          : [digest({ ...options, accounts, nonceKey })],
        routes: { '/': { policy: anyone, methods: ['GET', 'POST'] }, ...routes?.([stale]) },
        wallet: async () => wallet,
      };
    },
    start: () => get('/'),
    solution: (wallet, ask) => digestDraft(ask, get('/'), wallet),
    mistakes: [
      { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
      {
        name: 'a wrong password',
        draft: ({ username }, ask) => digestDraft(ask, get('/'), { username, password: 'sesame' }),
        status: 401,
        fails: 'response proves the password',
      },
      {
        name: `${other} in place of ${options.algorithm}`,
        draft: (wallet, ask) =>
          digestDraft(ask, get('/'), wallet, { params: [['algorithm', other, 'token']] }),
        status: 401,
        fails: 'algorithm is the one of the challenge',
        misconception: 'any-hash-will-do',
      },
      {
        name: 'the path below the door in place of the whole target',
        draft: (wallet, ask) => digestDraft(ask, get('/'), wallet, { uri: '/' }),
        status: 400,
        fails: 'uri is the request target',
      },
      {
        name: 'the same line a second time',
        async draft(wallet, ask) {
          const draft = await digestDraft(ask, get('/'), wallet);
          await ask(draft);
          return draft;
        },
        status: 401,
        fails: 'nc is higher than before',
        misconception: 'a-digest-can-be-reused',
      },
      {
        name: 'a nonce of its own',
        draft: (wallet, ask) =>
          digestDraft(ask, get('/'), wallet, { params: [['nonce', 'pebble-and-otter']] }),
        status: 401,
        fails: 'nonce was issued here',
      },
      {
        name: 'without qop, nc and cnonce, as in 1997',
        draft: async (wallet, ask) =>
          editedDraft(await digestDraft(ask, get('/'), wallet), (value) =>
            value.replace(/, (?:qop|nc|cnonce)=(?:"[^"]*"|[^,]*)/g, ''),
          ),
        status: 400,
        fails: 'every parameter that Digest needs is there',
      },
      ...mistakes,
    ],
  });
}

import { withinBudget } from '@/lib/http-auth/budget';
import { decide } from '@/lib/http-auth/decide';
import { type Check, type Decision, failed, passed } from '@/lib/http-auth/decision';
import {
  anyone,
  concealed,
  nobody,
  ownerOnly,
  type Policy,
  requireRole,
  requireScope,
} from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { anonymous } from '../anonymous';
import { authorization, get } from '../drafts';
import { type Call, defineExercise, type Reply, type Route } from '../exercise';
import { plainAnswer } from '../framework';
import { toyKey } from '../people';
import { driveRefuses, githubLimits, githubRefuses, kubernetesRefuses } from '../platforms';

const paths = {
  forge: '/repos/ada/engine',
  cluster: '/api/v1/namespaces/shop/pods',
  drive: '/files/7',
} as const;
type Platform = keyof typeof paths;
const platforms = Object.keys(paths) as Platform[];
const limit = 2;
const seconds = 600;

const allOpen: Check = {
  stage: 'authorization',
  check: 'all three platforms have answered 200',
  failure: 'not all three platforms have answered 200',
  rule: 'RFC 9110 §15.5.10',
};

/** GET answers once all three let somebody in. */
async function report({ env }: Call): Promise<Reply> {
  const states = await Promise.all(platforms.map((platform) => env.recall(platform)));
  const missing = platforms.filter((_, at) => states[at] !== 'in').map((platform) => paths[platform]);
  if (missing.length) {
    const step = failed(
      allOpen,
      `no 200 yet from ${missing.join(', ')}`,
      'a 200 from each of the three paths',
    );
    return { status: 409, trace: [step] };
  }
  const content = { report: 'One engine, two pods, and a file of seven pages' };
  return { status: 200, content, trace: [passed(allOpen, Object.values(paths).join(', '))] };
}

const bearerLine = (token: string) => authorization(`Bearer ${token}`);
type Names = 'ada-token' | 'ada-small-token' | 'grace-token' | 'alan-token' | 'alan-old-token';

export default defineExercise<Names>({
  title: 'Three platforms, three refusals',
  task: 'The server answers as three platforms do: /repos/ada/engine as GitHub, /api/v1/namespaces/shop/pods as Kubernetes, /files/7 as Google Drive. Each refuses. Find out what each refusal means, and get a 200 from all three. Then send GET /report with one of the tokens.',
  level: 3,
  minutes: 5,
  goal: { status: 200, path: '/report' },
  wrongOnPurpose: 'RFC 9110 §15.5.2',
  hints: [
    'Send each path without a token first. Which body names a user, and which one says that nothing is there?',
    'The forge hides what you may not see. The cluster names the user that it refused. The drive has one status for several reasons, and the body has the reason.',
    'The engine is Ada’s. Pods need the role viewer, which ____ has. The file needs a token of ____ with the scope files.',
  ],
  async resource(attempt) {
    const labels = ['ada', 'ada small', 'grace', 'alan', 'alan old'];
    const [ada = '', small = '', grace = '', alan = '', old = ''] = await Promise.all(
      labels.map((label) => toyKey(attempt, `token of ${label}`)),
    );
    const tokens = opaqueTokens({
      [ada]: { principal: { name: 'ada', scopes: ['metadata', 'files'] } },
      [small]: { principal: { name: 'ada', scopes: ['metadata'] } },
      [grace]: { principal: { name: 'grace', roles: ['builder'], scopes: ['metadata', 'files'] } },
      [alan]: { principal: { name: 'alan', roles: ['viewer'] } },
      [old]: {
        principal: { name: 'alan', roles: ['viewer'] },
        expires: new Date(attempt.now().getTime() - 60_000),
      },
    });
    const base = `/api/sandbox/${attempt.exercise}/${attempt.id}`;
    const plain = bearer({ tokens });
    const named = [bearer({ tokens, challengesForbidden: false }), anonymous] as const;
    const decideBy = (call: Call, schemes: Route['schemes'] & object, policy: Policy) =>
      decide(call.message, { realm: 'platforms', schemes, policy }, call.env);
    /** Answers by `refuse` what the gates refuse, and remembers that a platform let somebody in. */
    const answer = async (
      { env }: Call,
      decision: Decision,
      refuse: (decision: Decision) => Reply,
      content: Readonly<Record<string, unknown>>,
      platform?: Platform,
    ): Promise<Reply> => {
      if (decision.status !== 200) return refuse(decision);
      if (platform) await env.remember(platform, 'in', new Date(env.now().getTime() + 4 * 3_600_000));
      return plainAnswer(decision, content);
    };
    const route = (handle: Route['handle'] & object): Route => ({ policy: anyone, open: true, handle });
    const budget = withinBudget({ requests: limit, seconds }, anyone);
    return {
      realm: 'platforms',
      schemes: [plain],
      routes: {
        [paths.forge]: route(async (call) => {
          const recognised = await decideBy(call, [plain], anyone);
          return answer(
            call,
            await decideBy(call, [plain], concealed(ownerOnly('ada'))),
            (refused) => githubRefuses(refused, recognised),
            { full_name: 'ada/engine' },
            'forge',
          );
        }),
        '/repositories': route(async (call) => {
          const isAnonymous = !call.message.fields.some(([name]) => name.toLowerCase() === 'authorization');
          const decision = await decideBy(call, named, isAnonymous ? budget : anyone);
          // When the budget is whole again, as `withinBudget` counts it.
          const windows = Math.floor(call.env.now().getTime() / 1000 / seconds);
          const reset = new Date((windows + 1) * seconds * 1000);
          return answer(
            call,
            decision,
            (refused) =>
              refused.status === 429 ? githubLimits(refused, limit, reset) : plainAnswer(refused, {}),
            { repositories: ['grace/teapot', 'alan/kettle'] },
          );
        }),
        [paths.cluster]: route(async (call) =>
          answer(
            call,
            await decideBy(call, named, requireRole('viewer')),
            (refused) => kubernetesRefuses(refused, 'pods', 'shop'),
            { kind: 'PodList', items: ['kettle-1', 'teapot-1'] },
            'cluster',
          ),
        ),
        [paths.drive]: route(async (call) => {
          const scope = await decideBy(call, [plain], requireScope('files'));
          if (scope.status === 403) return driveRefuses(scope, 'insufficientPermissions');
          const decision = scope.status === 200 ? await decideBy(call, [plain], ownerOnly('ada')) : scope;
          const refuse = (refused: Decision) =>
            refused.status === 403
              ? driveRefuses(refused, 'insufficientFilePermissions')
              : plainAnswer(refused, {});
          return answer(call, decision, refuse, { kind: 'drive#file', id: '7' }, 'drive');
        }),
        '/report': { policy: anyone, handle: report },
      },
      // A repository that does not exist is answered as one that is private.
      elsewhere: route(async (call) => {
        const decision = await decideBy(call, [plain], concealed(nobody));
        const isRepository = call.message.target.startsWith(`${base}/repos/`);
        if (!isRepository) return { status: 404, trace: decision.trace };
        return githubRefuses(decision, await decideBy(call, [plain], anyone));
      }),
      wallet: async () => ({
        'ada-token': { label: 'Ada’s token, with the scopes metadata and files', value: ada },
        'ada-small-token': { label: 'Ada’s token, with the scope metadata', value: small },
        'grace-token': { label: 'Grace’s token, with both scopes', value: grace },
        'alan-token': { label: 'Alan’s token; he has the role viewer', value: alan },
        'alan-old-token': { label: 'Alan’s token of yesterday', value: old },
      }),
    };
  },
  start: () => get(paths.forge),
  async solution(w, ask) {
    await ask(get(paths.forge, bearerLine(w['ada-token'])));
    await ask(get(paths.cluster, bearerLine(w['alan-token'])));
    await ask(get(paths.drive, bearerLine(w['ada-token'])));
    return get('/report', bearerLine(w['ada-token']));
  },
  reasons: [
    'The repository is Ada’s, so only she does not get a 404.',
    'The body named system:anonymous. Alan is recognised and has the role viewer.',
    'The reason was a scope for one token, and the file itself for another. This token has both.',
    'All three have answered 200, so the report comes.',
  ],
  mistakes: [
    {
      name: 'the forge with somebody else’s token',
      draft: (w) => get(paths.forge, bearerLine(w['grace-token'])),
      status: 404,
      misconception: '404-means-a-typo',
    },
    {
      name: 'the forge with a token of yesterday',
      draft: (w) => get(paths.forge, bearerLine(w['alan-old-token'])),
      status: 401,
      fails: 'token has not expired',
      misconception: 'yesterday-it-worked',
    },
    {
      name: 'the cluster without a token',
      draft: () => get(paths.cluster),
      status: 403,
      fails: 'role viewer is held',
      misconception: '403-means-i-am-logged-in',
    },
    {
      name: 'the cluster with a token of yesterday',
      draft: (w) => get(paths.cluster, bearerLine(w['alan-old-token'])),
      status: 401,
      fails: 'token has not expired',
      misconception: 'yesterday-it-worked',
    },
    {
      name: 'the cluster with a builder’s token',
      draft: (w) => get(paths.cluster, bearerLine(w['grace-token'])),
      status: 403,
      fails: 'role viewer is held',
      misconception: 'signing-in-is-enough',
    },
    {
      name: 'the drive with a small scope',
      draft: (w) => get(paths.drive, bearerLine(w['ada-small-token'])),
      status: 403,
      fails: 'scope files is granted',
      misconception: 'log-in-again',
    },
    {
      name: 'the drive with the token of somebody else',
      draft: (w) => get(paths.drive, bearerLine(w['grace-token'])),
      status: 403,
      fails: 'the object belongs to the principal',
      misconception: 'every-bearer-error-is-about-scope',
    },
    {
      name: 'too many requests without a token',
      async draft(_w, ask) {
        for (let sent = 0; sent < limit; sent += 1) await ask(get('/repositories'));
        return get('/repositories');
      },
      status: 403,
      fails: 'the budget is not used up',
      misconception: 'every-refusal-is-about-the-person',
    },
    {
      name: 'the report too early',
      draft: (w) => get('/report', bearerLine(w['ada-token'])),
      status: 409,
      fails: 'all three platforms have answered 200',
      misconception: '200-means-it-worked',
    },
  ],
});

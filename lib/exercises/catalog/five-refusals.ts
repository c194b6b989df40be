import { encodeBase64url } from '@/lib/http-auth/base64';
import { decide } from '@/lib/http-auth/decide';
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import type { Field } from '@/lib/http-auth/message';
import { requireRole } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { anonymous } from '../anonymous';
import { authorization, get } from '../drafts';
import { type Call, defineExercise, type Reply } from '../exercise';
import { challengeLines } from '../framework';
import { toyKey } from '../people';
import { addressRule, firewall, pathBelow, refusalPage, scriptRule, sqlRule } from '../refusers';

const readable: Check = {
  stage: 'authorization',
  check: 'the server’s own account may read the file',
  failure: 'the account of the server may not read the file',
  rule: 'RFC 9110 §15.5.4',
};

/** The files of the report, with whether the account of the server may read them. */
const files: Readonly<Record<string, boolean>> = { 'march.txt': false, 'march.csv': true };
const via: Field = ['Via', '1.1 gateway.example'];
const html: Field = ['Content-Type', 'text/html; charset=utf-8'];

const newId = (env: Env) => encodeBase64url(env.random(6));
const bearerLine = (token: string) => authorization(`Bearer ${token}`);
const attack = '?title=%3Cscript%3EMarch';

export default defineExercise({
  title: 'Five 403s to one request',
  task: 'Alan wants the report of March. A firewall, a gateway, an application and its files are on the way, and each may refuse. After every 403, find out who wrote it. Then change what that part looks at, until a report comes.',
  level: 2,
  minutes: 4,
  goal: { status: 200, path: '/reports/march.csv' },
  hints: [
    'Read Server, Via and the body of each 403. Which part of the request does that part look at?',
    'The firewall looks at the query and the gateway at the path. The application looks at your token and its role, and the file server at the file.',
    'GET /reports/____ without a query, with Ada’s token. GET /reports/ names the files.',
  ],
  async resource(attempt) {
    const [auditor = '', reader = ''] = await Promise.all(
      ['auditor', 'reader'].map((label) => toyKey(attempt, `${label} token`)),
    );
    const realm = 'reports';
    const tokens = opaqueTokens({
      [auditor]: { principal: { name: 'ada', roles: ['auditor'] } },
      [reader]: { principal: { name: 'grace', roles: ['reader'] } },
    });
    const schemes = [bearer({ challengesForbidden: false, tokens }), anonymous] as const;
    const policy = requireRole('auditor');

    /** The application: it takes those who bring no token for system:anonymous. */
    const application = async ({ message, env, resource }: Call): Promise<Reply> => {
      const decision = await decide(message, { realm, schemes, policy }, env);
      const { status, trace } = decision;
      const fields: readonly Field[] = [['Server', 'toy-app']];
      if (status !== 200) {
        const name = 'principal' in decision ? decision.principal?.name : undefined;
        const content = name && { reason: `User "${name}" cannot get reports`, code: status };
        return {
          status,
          trace,
          fields: [...fields, ...challengeLines(decision)],
          ...(content && { content }),
        };
      }
      const name = pathBelow(message, resource).slice('/reports/'.length);
      if (!name) return { status, trace, fields, content: { files: Object.keys(files) } };
      if (!Object.hasOwn(files, name)) return { status: 404, fields };
      if (!files[name]) {
        const step = failed(readable, 'mode 600, owned by grace', 'mode 644, or another file');
        const text = refusalPage('403 Forbidden', 'toy-files');
        return { status: 403, trace: [...trace, step], fields: [['Server', 'toy-files'], html], text };
      }
      const step = passed(readable, 'mode 644');
      return { status, trace: [...trace, step], fields, content: { report: 'March: 14 kettles' } };
    };

    /** The firewall, then the gateway, then what stands behind both. */
    const chain = async (call: Call): Promise<Reply> => {
      const { message, env } = call;
      const { met, step } = firewall(message, [scriptRule, sqlRule]);
      if (met) {
        const text = refusalPage('This request was blocked', `Reference ${newId(env)}`);
        return { status: 403, trace: [step], fields: [['Server', 'toy-shield'], html], text };
      }
      const address = addressRule(pathBelow(message, call.resource), '/office/');
      const id: Field = ['X-Request-Id', newId(env)];
      if (address.outcome === 'failed') {
        const text = refusalPage('403 Forbidden', 'toy-gateway');
        return { status: 403, trace: [step, address], fields: [['Server', 'toy-gateway'], id, html], text };
      }
      const { trace = [], fields = [], ...reply } = await application(call);
      return { ...reply, trace: [step, address, ...trace], fields: [...fields, via, id] };
    };

    const route = { policy, open: true, handle: chain };
    return {
      realm,
      schemes,
      routes: {
        '/office/march.txt': route,
        '/office/march.csv': route,
        '/reports/': route,
        '/reports/march.txt': route,
        '/reports/march.csv': route,
      },
      wallet: async () => ({
        'ada-token': { label: "Ada's token, with the role auditor", value: auditor },
        'grace-token': { label: "Grace's token, with the role reader", value: reader },
      }),
    };
  },
  start: () => get(`/office/march.txt${attack}`),
  solution: (w) => get('/reports/march.csv', bearerLine(w['ada-token'])),
  reasons: ['The query, the path, the token and the file are now what each part on the way lets pass.'],
  mistakes: [
    {
      name: 'the token at once',
      draft: (w) => get(`/office/march.txt${attack}`, bearerLine(w['ada-token'])),
      status: 403,
      fails: 'no text of the request looks like an attack',
      misconception: '403-means-sign-in',
    },
    {
      name: 'without the query',
      draft: () => get('/office/march.txt'),
      status: 403,
      fails: 'the connection comes from an address that is allowed for this path',
      misconception: 'every-refusal-is-about-the-person',
    },
    {
      name: 'an address that the client names',
      draft: (w) => get('/office/march.txt', ['X-Forwarded-For', '192.0.2.7'], bearerLine(w['ada-token'])),
      status: 403,
      fails: 'the connection comes from an address that is allowed for this path',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'the public path',
      draft: () => get('/reports/march.txt'),
      status: 403,
      fails: 'role auditor is held',
      misconception: '403-means-i-am-logged-in',
    },
    {
      name: 'the token of a reader',
      draft: (w) => get('/reports/march.txt', bearerLine(w['grace-token'])),
      status: 403,
      fails: 'role auditor is held',
      misconception: 'signing-in-is-enough',
    },
    {
      name: 'a token that is not known',
      draft: () => get('/reports/march.txt', bearerLine('toy-token-of-nobody')),
      status: 401,
      fails: 'token is known',
    },
    {
      name: 'a file that the server may not read',
      draft: (w) => get('/reports/march.txt', bearerLine(w['ada-token'])),
      status: 403,
      fails: 'the server’s own account may read the file',
      misconception: 'a-bigger-role-cures-every-403',
    },
  ],
});

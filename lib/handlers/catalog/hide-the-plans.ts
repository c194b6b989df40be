import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import type { ResourceData } from '@/lib/practice/resource';
import { authorization, changed, request, secret } from '../catalog-parts';
import { type Case, defineHandler } from '../handler';

const userOf = `// This function is right. It finds the account, or undefined.
function userOf(request) {
  const [, encoded] = /^Basic ([^ ,]+)$/i.exec(request.header('Authorization') ?? '') ?? [];
  if (encoded === undefined) return undefined;
  try {
    const pair = atob(encoded);
    return accounts.find(({ username, password }) => pair === \`\${username}:\${password}\`);
  } catch {
    return undefined;
  }
}
`;

const start = `${userOf}
function decide(request) {
  if (request.path !== '/plans') {
    return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'Nothing is here.' };
  }
  const user = userOf(request);
  if (user === undefined) {
    return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="office"' } };
  }
  if (request.method !== 'GET') {
    return { status: 405, headers: { Allow: 'GET' } };
  }
  if (user.role !== 'planner') return { status: 404, body: 'Not found' };
  return { status: 200, body: plans };
}
`;

const solution = `${userOf}
const missing = {
  status: 404,
  headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' },
  body: 'Nothing is here.',
};

function decide(request) {
  if (request.path !== '/plans') return missing;
  const user = userOf(request);
  if (user?.role !== 'planner') return missing;
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: plans };
}
`;

const refuse = "if (user?.role !== 'planner') return missing;";

export default defineHandler({
  title: 'A handler that hides',
  task: 'Only planners may read `/plans`, and nobody else may learn that it exists. Every other path is missing. No cache may keep a refusal. `decide` returns `{ status, headers, body }`.',
  uses: [
    '`accounts`: a list of `{ username, password, role }`, for Basic',
    '`plans`: the text to send with 200, to a GET',
  ],
  minutes: 6,
  start,
  solution,
  mistakes: [
    {
      name: 'the program that stands there first',
      program: start,
      fails: 'nobody, at the plans',
      check: 'the status fits the request',
    },
    {
      name: 'a stranger is asked who it is',
      program: changed(
        solution,
        refuse,
        `if (user === undefined) return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="office"' } };\n  ${refuse}`,
      ),
      fails: 'nobody, at the plans',
      check: 'the status fits the request',
    },
    {
      name: 'a 404 with a challenge',
      program: changed(
        solution,
        refuse,
        `if (!user) return { ...missing, headers: { ...missing.headers, 'WWW-Authenticate': 'Basic realm="office"' } };\n  ${refuse}`,
      ),
      fails: 'nobody, at the plans',
      check: 'nothing gives away what is hidden',
    },
    {
      name: 'hidden and missing have different words',
      program: changed(solution, refuse, refuse.replace('missing', "{ ...missing, body: 'Not found' }")),
      fails: 'Grace, at the plans',
      check: 'hidden and missing do not differ',
    },
    {
      name: 'hidden and missing have different headers',
      program: changed(
        solution,
        refuse,
        refuse.replace('missing', "{ ...missing, headers: { 'Cache-Control': 'no-store' } }"),
      ),
      fails: 'Grace, at the plans',
      check: 'hidden and missing do not differ',
    },
    {
      name: 'caches may keep the refusal',
      program: changed(
        solution,
        "'Content-Type': 'text/plain', 'Cache-Control': 'no-store'",
        "'Content-Type': 'text/plain'",
      ),
      fails: 'Grace, at the plans',
      check: 'no cache may keep the response',
    },
    {
      name: 'another method is refused before anybody is asked',
      program: changed(
        solution,
        '  const user',
        "  if (request.method !== 'GET') return { status: 405, headers: { Allow: 'GET' } };\n  const user",
      ),
      fails: 'Grace deletes the plans',
      check: 'the status fits the request',
    },
    {
      name: 'everybody with a password is a planner',
      program: changed(solution, "user?.role !== 'planner'", '!user'),
      fails: 'Grace, at the plans',
      check: 'the status fits the request',
    },
  ],
  suite(choose) {
    const ada = { username: 'ada', password: secret(choose, 'kettle'), role: 'planner' };
    const grace = { username: 'grace', password: secret(choose, 'lamp'), role: 'reader' };
    const accounts = [ada, grace];
    const plans = secret(choose, 'plan');
    const elsewhere = `/${secret(choose, 'page', 4)}`;
    const resource: ResourceData = {
      realm: 'office',
      path: '/plans',
      offers: [
        { kind: 'basic', accounts: accounts.map(({ role, ...rest }) => ({ ...rest, roles: [role] })) },
      ],
      access: { kind: 'role', role: 'planner' },
      hides: true,
    };
    // Nobody has this role: what is missing is refused to all, as what is hidden is.
    const nothing: ResourceData = { ...resource, path: elsewhere, access: { kind: 'role', role: 'nobody' } };
    const as = ({ username, password }: typeof ada) => [authorization(basicCredentials(username, password))];
    const wrong = [authorization(basicCredentials('ada', secret(choose, 'spoon')))];
    const twice = [...as(grace), ...as(grace)];
    /** Two requests that differ in the path alone, of which the second is for a page that is not there. */
    const pair = (who: string, method: string, verb: string, fields: typeof wrong): readonly Case[] => {
      const [here, there] = [`${who}${verb} the plans`, `${who}${verb} a page that is missing`];
      const shared = { content: plans, unstored: true };
      return [
        { ...shared, name: here, request: request(method, '/plans', ...fields), resource, like: there },
        { ...shared, name: there, request: request(method, elsewhere, ...fields), resource: nothing },
      ];
    };
    return {
      given: { accounts, plans },
      cases: [
        {
          name: 'Ada the planner, at the plans',
          request: request('GET', '/plans', ...as(ada)),
          resource,
          content: plans,
        },
        ...pair('nobody', 'GET', ', at', []),
        ...pair('Grace', 'GET', ', at', as(grace)),
        ...pair('Ada with a wrong password', 'GET', ', at', wrong),
        ...pair('Grace', 'DELETE', ' deletes', as(grace)),
        ...pair('Grace', 'HEAD', ' asks for the head of', as(grace)),
        ...pair('two Authorization headers', 'GET', ', at', twice),
      ],
    };
  },
});

import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { bearerCredentials } from '@/lib/http-auth/schemes/bearer/bearer';
import type { ResourceData } from '@/lib/practice/resource';
import { authorization, changed, request, secret } from '../catalog-parts';
import { type Case, defineHandler } from '../handler';

const start = `function refuse(status, error) {
  return {
    status,
    headers: { 'WWW-Authenticate': \`Bearer realm="drafts", error="\${error}"\` },
  };
}

function decide(request) {
  const needed = request.method === 'DELETE' ? 'drafts:delete' : 'drafts:read';
  const token = request.header('Authorization')?.split(' ')[1];
  const entry = tokens.find((candidate) => candidate.token === token);
  if (entry === undefined || entry.expired) return refuse(401, 'invalid_token');
  if (!entry.scopes.includes(needed)) return refuse(401, 'insufficient_scope');
  return { status: 200, body: drafts };
}
`;

const solution = `function refuse(status, error, scope) {
  const params = ['realm="drafts"'];
  if (error) params.push(\`error="\${error}"\`);
  if (scope) params.push(\`scope="\${scope}"\`);
  return { status, headers: { 'WWW-Authenticate': 'Bearer ' + params.join(', ') } };
}

function decide(request) {
  const needed = request.method === 'DELETE' ? 'drafts:delete' : 'drafts:read';
  const lines = request.headers.filter(([name]) => name.toLowerCase() === 'authorization');
  if (lines.length > 1) return refuse(400, 'invalid_request');
  const [scheme, ...words] = (lines[0]?.[1] ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer') return refuse(401);
  const inQuery = new URLSearchParams(request.query).has('access_token');
  if (words.length !== 1 || words[0] === '' || inQuery) return refuse(400, 'invalid_request');
  const entry = tokens.find((candidate) => candidate.token === words[0]);
  if (entry === undefined || entry.expired) return refuse(401, 'invalid_token');
  if (!entry.scopes.includes(needed)) return refuse(403, 'insufficient_scope', needed);
  return { status: 200, body: drafts };
}
`;

export default defineHandler({
  title: 'A handler for Bearer',
  task: 'The realm is `drafts`. A GET needs the scope `drafts:read`, a DELETE needs `drafts:delete`. Tell each client what is wrong with its token, and name a missing scope. `decide` returns `{ status, headers, body }`.',
  uses: [
    '`tokens`: a list of `{ token, user, scopes, expired }`',
    '`drafts`: the text to send with 200',
    '`request.query`: what follows the `?`, or an empty text',
  ],
  minutes: 8,
  start,
  solution,
  mistakes: [
    {
      name: 'the program that stands there first',
      program: start,
      fails: 'no token',
      check: 'the error code fits what was sent',
    },
    {
      name: 'another scheme gets an error code',
      program: changed(solution, 'return refuse(401);', "return refuse(401, 'invalid_token');"),
      fails: 'Basic credentials',
      check: 'the error code fits what was sent',
    },
    {
      name: 'a small scope gets 401',
      program: changed(
        solution,
        "refuse(403, 'insufficient_scope', needed)",
        "refuse(401, 'insufficient_scope', needed)",
      ),
      fails: 'a valid token without the scope',
      check: 'the status fits the request',
    },
    {
      name: 'the missing scope is not named',
      program: changed(
        solution,
        "refuse(403, 'insufficient_scope', needed)",
        "refuse(403, 'insufficient_scope')",
      ),
      fails: 'a valid token without the scope',
      check: 'the scope that is missing is named',
    },
    {
      name: 'a 403 without a challenge',
      program: changed(solution, "refuse(403, 'insufficient_scope', needed)", '{ status: 403 }'),
      fails: 'a valid token without the scope',
      check: 'no challenge is missing',
    },
    {
      name: 'an expired token passes',
      program: changed(solution, 'entry === undefined || entry.expired', 'entry === undefined'),
      fails: 'an expired token',
      check: 'the status fits the request',
    },
    {
      name: 'the doubled word is looked up',
      program: changed(
        solution,
        "words.length !== 1 || words[0] === '' || inQuery",
        "words[0] === '' || inQuery",
      ),
      fails: 'the word Bearer twice',
      check: 'the status fits the request',
    },
    {
      name: 'the scheme is compared letter by letter',
      program: changed(solution, "scheme.toLowerCase() !== 'bearer'", "scheme !== 'Bearer'"),
      fails: 'the scheme in small letters',
      check: 'the status fits the request',
    },
    {
      name: 'a token in the query is not seen',
      program: changed(solution, ' || inQuery', ''),
      fails: 'a token in the header and one in the query',
      check: 'the status fits the request',
    },
    {
      name: 'every scope is enough for a DELETE',
      program: changed(
        solution,
        "request.method === 'DELETE' ? 'drafts:delete' : 'drafts:read'",
        "'drafts:read'",
      ),
      fails: 'a valid token without the scope',
      check: 'the status fits the request',
    },
  ],
  suite(choose) {
    const reader = {
      token: secret(choose, 'grace', 16),
      user: 'grace',
      scopes: ['drafts:read'],
      expired: false,
    };
    const editor = {
      token: secret(choose, 'ada', 16),
      user: 'ada',
      scopes: ['drafts:read', 'drafts:delete'],
      expired: false,
    };
    const old = { ...editor, token: secret(choose, 'old', 16), expired: true };
    const tokens = [reader, editor, old];
    const drafts = secret(choose, 'draft');
    const resourceFor = (path: string, scope: string): ResourceData => ({
      realm: 'drafts',
      path,
      offers: [
        {
          kind: 'bearer',
          tokens: tokens.map(({ token, user, scopes, expired }) => ({
            ...{ token, scopes, roles: [] },
            holder: user,
            state: expired ? 'expired' : 'valid',
          })),
        },
      ],
      access: { kind: 'scope', scope },
      hides: false,
    });
    const reading = resourceFor('/drafts', 'drafts:read');
    const deleting = resourceFor('/drafts/7', 'drafts:delete');
    const get = (name: string, ...values: readonly string[]): Case => ({
      ...{ name, resource: reading, content: drafts },
      request: request('GET', '/drafts', ...values.map(authorization)),
    });
    const remove = (name: string, ...values: readonly string[]): Case => ({
      ...{ name, resource: deleting, content: drafts },
      request: request('DELETE', '/drafts/7', ...values.map(authorization)),
    });
    const inQuery = (name: string, ...values: readonly string[]): Case => ({
      ...get(name, ...values),
      request: request('GET', `/drafts?access_token=${reader.token}`, ...values.map(authorization)),
    });
    const right = bearerCredentials(reader.token);
    return {
      given: { tokens, drafts },
      cases: [
        get('no token'),
        get('a valid token', right),
        remove('a valid token with the scope to delete', bearerCredentials(editor.token)),
        get('an expired token', bearerCredentials(old.token)),
        get('a token that nobody issued', bearerCredentials(secret(choose, 'ada', 16))),
        remove('a valid token without the scope', right),
        remove('an expired token that had the scope', bearerCredentials(old.token)),
        get('Basic credentials', basicCredentials('grace', reader.token)),
        get('the word Bearer twice', `Bearer ${right}`),
        get('the word Bearer alone', 'Bearer'),
        get('two tokens after one word', `${right} ${reader.token}`),
        get('two Authorization headers', right, right),
        get('the scheme in small letters', right.replace('Bearer', 'bearer')),
        inQuery('a token in the query alone'),
        inQuery('a token in the header and one in the query', right),
      ],
    };
  },
});

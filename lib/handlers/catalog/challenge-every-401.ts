import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import type { ResourceData } from '@/lib/practice/resource';
import { authorization, changed, request, secret } from '../catalog-parts';
import { defineHandler } from '../handler';

const start = `function decide(request) {
  const value = request.header('Authorization');
  if (value === undefined) {
    return { status: 401, body: 'Who are you?' };
  }
  const [username, password] = atob(value.slice(6)).split(':');
  const account = accounts.find((entry) => entry.username === username);
  if (account.password !== password) {
    return { status: 403, body: 'Wrong password' };
  }
  return { status: 200, body: ledger };
}
`;

const solution = `const ask = { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="ledger"' } };

function decide(request) {
  const lines = request.headers.filter(([name]) => name.toLowerCase() === 'authorization');
  if (lines.length > 1) return { status: 400 };
  const [scheme, encoded] = (request.header('Authorization') ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') return ask;
  let pair;
  try {
    pair = atob(encoded);
  } catch {
    return ask;
  }
  const colon = pair.indexOf(':');
  if (colon < 0) return ask;
  const username = pair.slice(0, colon);
  const password = pair.slice(colon + 1);
  const account = accounts.find((entry) => entry.username === username);
  if (account === undefined || account.password !== password) return ask;
  return { status: 200, body: ledger };
}
`;

export default defineHandler({
  title: 'A handler for Basic',
  task: 'Protect `/ledger` with Basic and the realm `ledger`. Everybody in `accounts` may read it. `decide` returns `{ status, headers, body }`.',
  uses: [
    '`accounts`: a list of `{ username, password }`; a password may contain a colon',
    '`ledger`: the text to send with 200',
  ],
  minutes: 8,
  start,
  solution,
  mistakes: [
    {
      name: 'the program that stands there first',
      program: start,
      fails: 'no credentials',
      check: 'a 401 brings a challenge',
    },
    {
      name: 'the challenge is missing after a wrong password',
      program: changed(
        solution,
        'account.password !== password) return ask',
        'account.password !== password) return { status: 401 }',
      ),
      fails: 'a wrong password',
      check: 'a 401 brings a challenge',
    },
    {
      name: 'a wrong password gets 403',
      program: changed(
        solution,
        'account.password !== password) return ask',
        'account.password !== password) return { status: 403 }',
      ),
      fails: 'a wrong password',
      check: 'the status fits the request',
    },
    {
      name: 'the realm has no quotation marks',
      program: changed(solution, 'realm="ledger"', 'realm=ledger'),
      fails: 'no credentials',
      check: 'each challenge names the realm',
    },
    {
      name: 'the password ends at its first colon',
      program: changed(solution, 'pair.slice(colon + 1)', "pair.split(':')[1]"),
      fails: 'a right password that contains a colon',
      check: 'the status fits the request',
    },
    {
      name: 'the scheme is compared letter by letter',
      program: changed(solution, "scheme.toLowerCase() !== 'basic'", "scheme !== 'Basic'"),
      fails: 'the scheme in small letters',
      check: 'the status fits the request',
    },
    {
      name: 'an unknown user without a colon has the password of nobody',
      program: changed(
        changed(
          changed(solution, '  if (colon < 0) return ask;\n', ''),
          'pair.slice(colon + 1)',
          'colon < 0 ? undefined : pair.slice(colon + 1)',
        ),
        'account === undefined || account.password !== password',
        'account?.password !== password',
      ),
      fails: 'an unknown user name, without a colon',
      check: 'the status fits the request',
    },
    {
      name: 'the first of two headers decides',
      program: changed(
        changed(solution, '  if (lines.length > 1) return { status: 400 };\n', ''),
        "(request.header('Authorization') ?? '')",
        "(lines[0]?.[1] ?? '')",
      ),
      fails: 'two Authorization headers',
      check: 'the status fits the request',
    },
    {
      name: 'a text that is not Base64 stops the program',
      program: changed(solution, '} catch {\n    return ask;\n  }', '} finally {\n  }'),
      fails: 'a password that is not in Base64',
      check: 'the handler returns a response',
    },
    {
      name: 'a refusal shows the ledger',
      program: changed(solution, '{ status: 401, headers', '{ status: 401, body: ledger, headers'),
      fails: 'no credentials',
      check: 'a refusal has nothing of what it protects',
    },
  ],
  suite(choose) {
    const [ada, grace] = [secret(choose, 'kettle'), `${secret(choose, 'lamp')}:${secret(choose, 'x', 3)}`];
    const accounts = [
      { username: 'ada', password: ada },
      { username: 'grace', password: grace },
    ];
    const ledger = secret(choose, 'balance');
    const resource: ResourceData = {
      realm: 'ledger',
      path: '/ledger',
      offers: [{ kind: 'basic', accounts: accounts.map((account) => ({ ...account, roles: [] })) }],
      access: { kind: 'anyone' },
      hides: false,
    };
    const attack = (name: string, ...values: readonly string[]) => ({
      name,
      request: request('GET', '/ledger', ...values.map(authorization)),
      resource,
      content: ledger,
    });
    const right = basicCredentials('ada', ada);
    return {
      given: { accounts, ledger },
      cases: [
        attack('no credentials'),
        attack('a right password', right),
        attack('a right password that contains a colon', basicCredentials('grace', grace)),
        attack('a wrong password', basicCredentials('ada', secret(choose, 'spoon'))),
        attack('the password of somebody else', basicCredentials('grace', ada)),
        attack('an unknown user', basicCredentials('alan', ada)),
        attack('an unknown user name, without a colon', `Basic ${btoa(secret(choose, 'nobody'))}`),
        attack('the name of a property that every object has', basicCredentials('constructor', '')),
        attack('the scheme in small letters', right.replace('Basic', 'basic')),
        attack('another scheme', `Bearer ${secret(choose, 'token')}`),
        attack('the scheme alone', 'Basic'),
        attack('a password that is not in Base64', `Basic ada:${ada}`),
        attack('two Authorization headers', right, right),
      ],
    };
  },
});

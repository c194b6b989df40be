// The same requests for every stack, as bytes. A question that makes no sense for one says why instead.
import texts from '../questions.json' with { type: 'json' };
import { jwtTokens, opaqueTokens } from './tokens.mjs';

/**
 * What a program takes as credentials.
 * @typedef {object} ProgramResource
 * @property {readonly ('basic' | 'bearer' | 'session')[]} schemes The first is used where any would do
 * @property {'jwt' | 'opaque'} token
 * @property {boolean} audience True where the program is configured to look at `aud`
 * @property {boolean} proxy True where credentials are for a proxy: another field, an absolute target
 * @property {Record<string, string>} paths
 * @property {string} unknownId A cookie line with a session that nobody has
 * @property {Record<string, Record<string, unknown>>} claims
 * @property {string} keyword The scheme's name where a library has its own, such as Token
 */

/**
 * @typedef {object} Ask
 * @property {string} method
 * @property {string} path
 * @property {readonly string[]} lines Field lines besides Host
 * @property {boolean} [host] False to leave Host out
 * @property {string} [body]
 * @property {'ada' | 'grace'} [login] Whose session cookie goes with it
 * @property {{ username: string, password: string }} [form] What is typed into the login form
 */

/** @typedef {Ask | { notApplicable: string }} Asked */

/** @param {string} user @param {string} password */
const basic = (user, password) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export const passwords = { ada: 'toy-teapot', grace: 'toy-kettle' };

/** @param {string} reason */
const never = (reason) => ({ notApplicable: reason });

const noAuthorization = 'It uses a cookie, and does not read Authorization.';
const noPassword = 'A token has no password.';
const noToken = 'It accepts only passwords, and no tokens.';
const noBearer = 'It does not know Bearer, so this would be an unknown scheme.';
const noBasic = 'It does not know Basic, so this would be an unknown scheme.';

/** The questions in order: what each shows, and the request for a program behind `resource`. */
export const questions = /** @satisfies {readonly Question[]} */ ([
  question('nothing', (at) => get(at.private)),
  question('unknown-scheme', (at, resource) =>
    resource.schemes[0] === 'session'
      ? never(noAuthorization)
      : get(at.private, line(resource, 'Teapot c2hvcnQ=')),
  ),
  question('malformed-basic', (at, resource) =>
    resource.schemes.includes('basic')
      ? get(at.private, line(resource, 'Basic ada:toy-teapot'))
      : never(resource.schemes[0] === 'session' ? noAuthorization : noBasic),
  ),
  question('malformed-bearer', (at, resource) =>
    resource.schemes.includes('bearer')
      ? get(at.private, line(resource, `${resource.keyword} "${tokens(resource).ada}"`))
      : never(resource.schemes[0] === 'session' ? noAuthorization : noBearer),
  ),
  question('doubled-scheme', (at, resource) => {
    if (resource.schemes[0] === 'session') return never(noAuthorization);
    const value = resource.schemes.includes('bearer') ? bearer(resource, 'ada') : basic('ada', passwords.ada);
    return get(at.private, line(resource, `${value.split(' ')[0]} ${value}`));
  }),
  question('wrong-password', (at, resource) => {
    if (resource.schemes.includes('basic')) return get(at.private, line(resource, basic('ada', 'wrong')));
    return resource.schemes[0] === 'session' ? login(at, 'ada', 'wrong') : never(noPassword);
  }),
  question('unknown-user', (at, resource) => {
    if (resource.schemes.includes('basic'))
      return get(at.private, line(resource, basic('alan', 'toy-saucer')));
    return resource.schemes[0] === 'session' ? login(at, 'alan', 'toy-saucer') : never(noPassword);
  }),
  question('forged-token', (at, resource) => {
    if (resource.schemes.includes('bearer'))
      return get(at.private, line(resource, bearer(resource, 'forged')));
    return resource.schemes[0] === 'session' ? get(at.private, resource.unknownId) : never(noToken);
  }),
  question('expired-token', (at, resource) => {
    if (resource.schemes[0] === 'session')
      return never('Its sessions expire on the server, so an expired session is an unknown one.');
    if (!resource.schemes.includes('bearer')) return never(noToken);
    return resource.token === 'jwt'
      ? get(at.private, line(resource, bearer(resource, 'expired')))
      : never('Its tokens are plain strings without an expiry time.');
  }),
  question('wrong-audience', (at, resource) => {
    if (!resource.schemes.includes('bearer'))
      return never(resource.schemes[0] === 'session' ? 'A session has no audience.' : noToken);
    if (resource.token === 'opaque') return never('Its tokens are plain strings without an audience.');
    return get(at.private, line(resource, bearer(resource, 'foreign')));
  }),
  question('not-allowed', (at, resource) => as(resource, 'grace', get(at.admin))),
  question('hidden', (at, resource) => as(resource, 'grace', get(at.hidden))),
  question('unknown-path', (at) => get(at.unknown)),
  question('unknown-path-known', (at, resource) => as(resource, 'grace', get(at.unknown))),
  question('wrong-method', (at, resource) =>
    as(resource, 'ada', { ...get(at.private), method: 'PUT', lines: ['Content-Length: 0'] }),
  ),
  question('preflight', (at) => ({
    ...get(at.private),
    method: 'OPTIONS',
    lines: [
      'Origin: https://app.example',
      'Access-Control-Request-Method: GET',
      'Access-Control-Request-Headers: authorization',
    ],
  })),
  question('head', (at) => ({ ...get(at.private), method: 'HEAD' })),
  question('head-known', (at, resource) => ({ ...as(resource, 'ada', get(at.private)), method: 'HEAD' })),
  question('two-lines', (at, resource) => two(at, resource, true)),
  question('two-lines-last', (at, resource) => two(at, resource, false)),
  question('no-host', (at, resource) => ({ ...as(resource, 'ada', get(at.private)), host: false })),
  question('csrf', (at, resource) =>
    resource.schemes.includes('session')
      ? as({ ...resource, schemes: ['session'] }, 'ada', {
          ...get(at.transfer),
          method: 'POST',
          lines: ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 4'],
          body: 'to=1',
        })
      : never('It does not use cookies, so another site cannot use them.'),
  ),
  question('good', (at, resource) => as(resource, 'ada', get(at.private))),
]);

/** @typedef {{ id: string, title: string, ask: (at: Record<string, string>, resource: ProgramResource) => Asked }} Question */

/**
 * @param {string} id
 * @param {Question['ask']} ask
 * @returns {Question}
 */
function question(id, ask) {
  const title = texts.find((text) => text.id === id)?.title;
  if (!title) throw new Error(`stacks/questions.json has no ${id}.`);
  return { id, title, ask };
}

/**
 * @param {string | undefined} path
 * @param {string} [field]
 * @returns {Ask}
 */
function get(path = '/', field) {
  return { method: 'GET', path, lines: field ? [field] : [] };
}

/** @param {Record<string, string>} at @param {string} username @param {string} password */
function login(at, username, password) {
  return { method: 'POST', path: at.login ?? '/login', lines: [], form: { username, password } };
}

/** @param {ProgramResource} resource */
function tokens({ token, claims }) {
  return /** @type {Record<string, string>} */ (token === 'jwt' ? jwtTokens(claims) : opaqueTokens);
}

/** @param {ProgramResource} resource @param {string} whose */
function bearer(resource, whose) {
  return `${resource.keyword} ${tokens(resource)[whose]}`;
}

/** @param {ProgramResource} resource @param {string} value */
function line({ proxy }, value) {
  return `${proxy ? 'Proxy-Authorization' : 'Authorization'}: ${value}`;
}

/**
 * The request with the credentials of somebody.
 * @param {ProgramResource} resource
 * @param {'ada' | 'grace'} who
 * @param {Ask} ask
 * @returns {Ask}
 */
function as(resource, who, ask) {
  const [scheme] = resource.schemes;
  if (scheme === 'session') return { ...ask, login: who };
  const value = scheme === 'basic' ? basic(who, passwords[who]) : bearer(resource, who);
  return { ...ask, lines: [...ask.lines, line(resource, value)] };
}

/**
 * @param {Record<string, string>} at
 * @param {ProgramResource} resource
 * @param {boolean} goodFirst
 * @returns {Asked}
 */
function two(at, resource, goodFirst) {
  const [scheme] = resource.schemes;
  if (scheme === 'session') return never(noAuthorization);
  const [good, bad] =
    scheme === 'basic'
      ? [basic('ada', passwords.ada), basic('ada', 'wrong')]
      : [bearer(resource, 'ada'), bearer(resource, 'forged')];
  const lines = [line(resource, good), line(resource, bad)];
  return { method: 'GET', path: at.private ?? '/', lines: goodFirst ? lines : lines.toReversed() };
}

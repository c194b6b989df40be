// The same requests for every stack, as bytes. A question that makes no sense for one says why instead.
import texts from '../questions.json' with { type: 'json' };
import { jwtTokens, opaqueTokens } from './tokens.mjs';

/**
 * What a program takes as credentials.
 * @typedef {object} Door
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

/** The questions in order: what each shows, and the request for a program behind `door`. */
export const questions = /** @satisfies {readonly Question[]} */ ([
  question('nothing', (at) => get(at.private)),
  question('unknown-scheme', (at, door) =>
    door.schemes[0] === 'session' ? never(noAuthorization) : get(at.private, line(door, 'Teapot c2hvcnQ=')),
  ),
  question('malformed-basic', (at, door) =>
    door.schemes.includes('basic')
      ? get(at.private, line(door, 'Basic ada:toy-teapot'))
      : never(door.schemes[0] === 'session' ? noAuthorization : noBasic),
  ),
  question('malformed-bearer', (at, door) =>
    door.schemes.includes('bearer')
      ? get(at.private, line(door, `${door.keyword} "${tokens(door).ada}"`))
      : never(door.schemes[0] === 'session' ? noAuthorization : noBearer),
  ),
  question('doubled-scheme', (at, door) => {
    if (door.schemes[0] === 'session') return never(noAuthorization);
    const value = door.schemes.includes('bearer') ? bearer(door, 'ada') : basic('ada', passwords.ada);
    return get(at.private, line(door, `${value.split(' ')[0]} ${value}`));
  }),
  question('wrong-password', (at, door) => {
    if (door.schemes.includes('basic')) return get(at.private, line(door, basic('ada', 'wrong')));
    return door.schemes[0] === 'session' ? login(at, 'ada', 'wrong') : never(noPassword);
  }),
  question('unknown-user', (at, door) => {
    if (door.schemes.includes('basic')) return get(at.private, line(door, basic('alan', 'toy-saucer')));
    return door.schemes[0] === 'session' ? login(at, 'alan', 'toy-saucer') : never(noPassword);
  }),
  question('forged-token', (at, door) => {
    if (door.schemes.includes('bearer')) return get(at.private, line(door, bearer(door, 'forged')));
    return door.schemes[0] === 'session' ? get(at.private, door.unknownId) : never(noToken);
  }),
  question('expired-token', (at, door) => {
    if (door.schemes[0] === 'session')
      return never('Its sessions expire on the server, so an expired session is an unknown one.');
    if (!door.schemes.includes('bearer')) return never(noToken);
    return door.token === 'jwt'
      ? get(at.private, line(door, bearer(door, 'expired')))
      : never('Its tokens are plain strings without an expiry time.');
  }),
  question('wrong-audience', (at, door) => {
    if (!door.schemes.includes('bearer'))
      return never(door.schemes[0] === 'session' ? 'A session has no audience.' : noToken);
    if (door.token === 'opaque') return never('Its tokens are plain strings without an audience.');
    return get(at.private, line(door, bearer(door, 'foreign')));
  }),
  question('not-allowed', (at, door) => as(door, 'grace', get(at.admin))),
  question('hidden', (at, door) => as(door, 'grace', get(at.hidden))),
  question('unknown-path', (at) => get(at.unknown)),
  question('unknown-path-known', (at, door) => as(door, 'grace', get(at.unknown))),
  question('wrong-method', (at, door) =>
    as(door, 'ada', { ...get(at.private), method: 'PUT', lines: ['Content-Length: 0'] }),
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
  question('head-known', (at, door) => ({ ...as(door, 'ada', get(at.private)), method: 'HEAD' })),
  question('two-lines', (at, door) => two(at, door, true)),
  question('two-lines-last', (at, door) => two(at, door, false)),
  question('no-host', (at, door) => ({ ...as(door, 'ada', get(at.private)), host: false })),
  question('csrf', (at, door) =>
    door.schemes.includes('session')
      ? as({ ...door, schemes: ['session'] }, 'ada', {
          ...get(at.transfer),
          method: 'POST',
          lines: ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 4'],
          body: 'to=1',
        })
      : never('It does not use cookies, so another site cannot use them.'),
  ),
  question('good', (at, door) => as(door, 'ada', get(at.private))),
]);

/** @typedef {{ id: string, title: string, ask: (at: Record<string, string>, door: Door) => Asked }} Question */

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

/** @param {Door} door */
function tokens({ token, claims }) {
  return /** @type {Record<string, string>} */ (token === 'jwt' ? jwtTokens(claims) : opaqueTokens);
}

/** @param {Door} door @param {string} whose */
function bearer(door, whose) {
  return `${door.keyword} ${tokens(door)[whose]}`;
}

/** @param {Door} door @param {string} value */
function line({ proxy }, value) {
  return `${proxy ? 'Proxy-Authorization' : 'Authorization'}: ${value}`;
}

/**
 * The request with the credentials of somebody.
 * @param {Door} door
 * @param {'ada' | 'grace'} who
 * @param {Ask} ask
 * @returns {Ask}
 */
function as(door, who, ask) {
  const [scheme] = door.schemes;
  if (scheme === 'session') return { ...ask, login: who };
  const value = scheme === 'basic' ? basic(who, passwords[who]) : bearer(door, who);
  return { ...ask, lines: [...ask.lines, line(door, value)] };
}

/**
 * @param {Record<string, string>} at
 * @param {Door} door
 * @param {boolean} goodFirst
 * @returns {Asked}
 */
function two(at, door, goodFirst) {
  const [scheme] = door.schemes;
  if (scheme === 'session') return never(noAuthorization);
  const [good, bad] =
    scheme === 'basic'
      ? [basic('ada', passwords.ada), basic('ada', 'wrong')]
      : [bearer(door, 'ada'), bearer(door, 'forged')];
  const lines = [line(door, good), line(door, bad)];
  return { method: 'GET', path: at.private ?? '/', lines: goodFirst ? lines : lines.toReversed() };
}

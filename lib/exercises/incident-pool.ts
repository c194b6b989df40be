/** The incidents from which an exam is drawn: one line each that somebody lost an evening over. */
import { anyone, concealed, ownerOnly, requireRole, requireScope, stepUp } from '@/lib/http-auth/policies';
import { apiKey } from '@/lib/http-auth/schemes/api-key/api-key';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { guarded } from '@/lib/http-auth/schemes/csrf/csrf';
import { anonymous } from './anonymous';
import { authorization, get, send } from './drafts';
import type { Incident, Kit } from './incident';
import { filtered, sqlRule } from './refusers';

const bearer = (token = '') => authorization(`Bearer ${token}`);
const named = (username = '', password = '') => authorization(basicCredentials(username, password));
const accounts = ({ ada, grace }: Kit) => [
  { ...grace, principal: { name: 'grace', roles: ['guest'] } },
  { ...ada, principal: { name: 'ada', roles: ['keeper'] } },
];
const logins = ({ ada, grace }: Kit) => ({
  'grace-username': { label: 'Grace’s user name', value: grace.username },
  'grace-password': { label: 'Grace’s password', value: grace.password },
  'ada-username': { label: 'Ada’s user name', value: ada.username },
  'ada-password': { label: 'Ada’s password', value: ada.password },
});

/** Tokens whose labels tell nothing: what they are good for is written in them. */
async function lettered({ tokens: { issuer } }: Kit, path: string, claims: readonly object[]) {
  const made = claims.map(async (claimSet, at) => {
    const letter = 'abc'[at] ?? '';
    const value = await issuer.token({ sub: 'ada', ...claimSet });
    return [
      `${path}-token-${letter}`,
      { label: `Token ${letter.toUpperCase()} for /${path}`, value },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

export const incidentPool: readonly Incident[] = [
  {
    ward: 'syntax',
    path: '/ledger',
    causes: ['bearer-missing-or-doubled'],
    cause: 'The word Bearer was sent twice: the tool added it, and so did Alan.',
    report: 'Alan pasted the whole line from the handbook into his tool’s token box. His token is new.',
    captured: (w) => get('/ledger', bearer(`Bearer ${w['ledger-token']}`)),
    fix: (w) => get('/ledger', bearer(w['ledger-token'])),
    open: async ({ tokens }) => ({
      schemes: [tokens.scheme],
      policy: anyone,
      content: { balance: '12 shillings' },
      wallet: {
        'ledger-token': { label: 'Token for /ledger', value: await tokens.issuer.token({ sub: 'alan' }) },
      },
    }),
  },
  {
    ward: 'syntax',
    path: '/minutes',
    causes: ['bearer-missing-or-doubled'],
    cause: 'Quotation marks from the settings file became part of the credentials.',
    report: 'Since Grace moved the token into a settings file, the server refuses her script.',
    captured: (w) => get('/minutes', bearer(`"${w['minutes-token']}"`)),
    fix: (w) => get('/minutes', bearer(w['minutes-token'])),
    open: async ({ tokens }) => ({
      schemes: [tokens.scheme],
      policy: anyone,
      content: { minutes: 'Tea was taken. Nothing was decided.' },
      wallet: {
        'minutes-token': { label: 'Token for /minutes', value: await tokens.issuer.token({ sub: 'grace' }) },
      },
    }),
  },
  {
    ward: 'authentication',
    path: '/crane',
    causes: ['newline-in-base64'],
    cause: 'A line feed was encoded after the password.',
    report: 'Ada’s script joins name and password with echo and encodes them. The code looks correct.',
    captured: (w) =>
      get('/crane', authorization(`Basic ${btoa(`${w['ada-username']}:${w['ada-password']}\n`)}`)),
    fix: (w) => get('/crane', named(w['ada-username'], w['ada-password'])),
    open: async (kit) => ({
      schemes: [basic({ accounts: accounts(kit) })],
      policy: anyone,
      content: { crane: 'swings' },
      wallet: {
        'ada-username': { label: 'Ada’s user name', value: kit.ada.username },
        'ada-password': { label: 'Ada’s password', value: kit.ada.password },
      },
    }),
  },
  {
    ward: 'authentication',
    path: '/museum',
    causes: ['credentials-not-sent'],
    cause: 'The variable was empty, so the word undefined was sent in place of a token.',
    report: 'The page of the museum sets the token before every request, says Alan, who wrote it.',
    captured: () => get('/museum', bearer('undefined')),
    fix: (w) => get('/museum', bearer(w['museum-token'])),
    open: async ({ tokens }) => ({
      schemes: [tokens.scheme],
      policy: anyone,
      content: { exhibit: 'a thermos flask, about 1904' },
      wallet: {
        'museum-token': { label: 'Token for /museum', value: await tokens.issuer.token({ sub: 'alan' }) },
      },
    }),
  },
  {
    ward: 'authentication',
    path: '/parcels',
    causes: ['expired-token'],
    cause: 'The token had expired.',
    report: 'The parcel desk worked all morning. Nobody changed anything.',
    captured: (w) => get('/parcels', bearer(w['parcels-token-a'])),
    fix: (w) => get('/parcels', bearer(w['parcels-token-c'])),
    open: async (kit) => ({
      schemes: [kit.tokens.scheme],
      policy: requireScope('parcels'),
      content: { parcels: 3 },
      wallet: await lettered(kit, 'parcels', [
        { scope: 'parcels', iat: kit.tokens.at(-20_000), exp: kit.tokens.at(-2000) },
        { scope: 'parcels', aud: 'https://letters.doorman.example' },
        { scope: 'parcels' },
      ]),
    }),
  },
  {
    ward: 'authentication',
    path: '/weather',
    causes: ['wrong-audience-or-issuer'],
    cause: 'The token was made for another audience.',
    report: 'The weather page uses the token of the map beside it. On the map it works.',
    captured: (w) => get('/weather', bearer(w['weather-token-a'])),
    fix: (w) => get('/weather', bearer(w['weather-token-b'])),
    open: async (kit) => ({
      schemes: [kit.tokens.scheme],
      policy: requireScope('weather'),
      content: { weather: 'rain, later more rain' },
      wallet: await lettered(kit, 'weather', [
        { scope: 'weather map', aud: 'https://map.doorman.example' },
        { scope: 'weather' },
        { scope: 'weather', iat: kit.tokens.at(-20_000), exp: kit.tokens.at(-9000) },
      ]),
    }),
  },
  {
    ward: 'authentication',
    path: '/printer',
    causes: ['wrong-field-name'],
    cause: 'The key was in Authorization, but the server reads it in X-API-Key.',
    report: 'The printer has a key that never expires, but the server does not recognise it.',
    captured: (w) => get('/printer', bearer(w['printer-key'])),
    fix: (w) => get('/printer', ['X-API-Key', w['printer-key'] ?? '']),
    open: async ({ key }) => ({
      schemes: [apiKey({ keys: { [key]: { name: 'the printer' } } })],
      policy: anyone,
      content: { paper: 'low' },
      wallet: { 'printer-key': { label: 'Key of the printer', value: key } },
    }),
  },
  {
    ward: 'authorization',
    path: '/keys',
    causes: ['scope-or-role-too-small'],
    cause: 'Grace was recognised, but she does not have the role. A person with the role can open it.',
    report: 'Grace has reset her password twice, but the key cupboard still refuses her.',
    captured: (w) => get('/keys', named(w['grace-username'], w['grace-password'])),
    fix: (w) => get('/keys', named(w['ada-username'], w['ada-password'])),
    open: async (kit) => ({
      schemes: [basic({ accounts: accounts(kit) })],
      policy: requireRole('keeper'),
      content: { keys: 'nine, and one that fits nothing' },
      wallet: logins(kit),
    }),
  },
  {
    ward: 'authorization',
    path: '/posters/4',
    method: 'DELETE',
    causes: ['scope-or-role-too-small'],
    cause: 'The scope of the token was too small.',
    report: 'Ada can see all posters, but she cannot take down the fourth. Signing in again did not help.',
    captured: (w) => send('DELETE', '/posters/4', bearer(w['posters-token-b'])),
    fix: (w) => send('DELETE', '/posters/4', bearer(w['posters-token-a'])),
    open: async (kit) => ({
      schemes: [kit.tokens.scheme],
      policy: requireScope('posters:delete'),
      content: { deleted: 4 },
      wallet: await lettered(kit, 'posters', [
        { scope: 'posters:read posters:delete' },
        { scope: 'posters:read' },
        { scope: 'posters:read posters:print' },
      ]),
    }),
  },
  {
    ward: 'authorization',
    path: '/orders',
    method: 'POST',
    causes: ['csrf-token-missing'],
    cause: 'The session was valid, but the request had no CSRF token.',
    report:
      'Ada is signed in and can see her orders. When she sends one, it is refused. GET /csrf works for her.',
    captured: (w) => send('POST', '/orders', ['Cookie', w['orders-cookie'] ?? '']),
    async fix(w, ask) {
      const cookie = ['Cookie', w['orders-cookie'] ?? ''] as const;
      const { csrf = '' } = JSON.parse((await ask(get('/csrf', cookie))).body) as { csrf?: string };
      return send('POST', '/orders', cookie, ['X-CSRF-Token', csrf]);
    },
    open: async ({ login, member }) => ({
      schemes: [login.sessions.scheme],
      policy: guarded(login.sessions, anyone),
      content: { ordered: 'one kettle' },
      beside: { '/csrf': { ...login.routes['/csrf'], schemes: [login.sessions.scheme] } },
      wallet: { 'orders-cookie': { label: 'Ada’s cookie', value: await login.begun(member, 60) } },
    }),
  },
  {
    ward: 'authorization',
    path: '/reports',
    causes: ['firewall-or-bot-rule'],
    cause: 'A filter of texts refused the query. It looks at words, and not at rights.',
    report: 'Grace gets one report and not the other. She has asked for a bigger role twice.',
    captured: (w) => get('/reports?title=Delete+old+boxes+from+stock', bearer(w['reports-token'])),
    fix: (w) => get('/reports?title=Old+boxes', bearer(w['reports-token'])),
    open: async ({ tokens }) => ({
      schemes: [tokens.scheme],
      policy: filtered([sqlRule]),
      content: { report: 'nineteen boxes, all of them old' },
      wallet: {
        'reports-token': { label: 'Token for /reports', value: await tokens.issuer.token({ sub: 'grace' }) },
      },
    }),
  },
  {
    ward: 'authorization',
    path: '/lab',
    causes: ['anonymous-gets-403', 'kubernetes-anonymous'],
    cause:
      'No credentials were sent. This server treats such requests as system:anonymous, and refuses them.',
    report: 'The laboratory answers 403. Alan says that somebody has taken his right away.',
    captured: () => get('/lab'),
    fix: (w) => get('/lab', bearer(w['lab-token'])),
    open: async ({ tokens }) => ({
      schemes: [tokens.scheme, anonymous],
      policy: ownerOnly('alan'),
      content: { lab: 'a lamp, left on' },
      wallet: {
        'lab-token': { label: 'Token for /lab', value: await tokens.issuer.token({ sub: 'alan' }) },
      },
    }),
  },
  {
    ward: 'neighbours',
    path: '/plans',
    causes: ['hidden-behind-404'],
    cause: 'The page exists: the 404 hid it from people who may not see it.',
    report: 'Grace says that the plans were deleted. Ada had them open a minute ago.',
    captured: (w) => get('/plans', named(w['grace-username'], w['grace-password'])),
    fix: (w) => get('/plans', named(w['ada-username'], w['ada-password'])),
    open: async (kit) => ({
      schemes: [basic({ accounts: accounts(kit) })],
      policy: concealed(requireRole('keeper')),
      content: { plan: 'a bridge, without a river so far' },
      wallet: logins(kit),
    }),
  },
  {
    ward: 'neighbours',
    path: '/tides/daily',
    causes: [],
    cause: 'The path had changed. The credentials were right.',
    report:
      'Since Monday /tides/today is gone. Alan suspects his rights, and has asked for all of them. /tides still answers.',
    captured: (w) => get('/tides/today', bearer(w['tides-token'])),
    fix: (w) => get('/tides/daily', bearer(w['tides-token'])),
    open: async ({ tokens }) => ({
      schemes: [tokens.scheme],
      policy: anyone,
      content: { high: '04:12 and 16:40' },
      beside: {
        '/tides': {
          policy: anyone,
          schemes: [tokens.scheme],
          content: { tables: ['/tides/daily', '/tides/yearly'] },
        },
      },
      wallet: {
        'tides-token': { label: 'Token for /tides', value: await tokens.issuer.token({ sub: 'alan' }) },
      },
    }),
  },
  {
    ward: 'neighbours',
    path: '/vault',
    causes: ['step-up'],
    cause: 'The token was valid, but its sign-in was too weak: a server asks for a stronger one with 401.',
    report: 'Ada’s token works everywhere except at the vault. The vault answers 401, not 403.',
    captured: (w) => get('/vault', bearer(w['vault-token-a'])),
    fix: (w) => get('/vault', bearer(w['vault-token-c'])),
    open: async (kit) => ({
      schemes: [kit.tokens.scheme],
      policy: stepUp({ acr: 'strong', maxAge: 14_400 }, anyone),
      content: { inside: 'the other half of the teapot' },
      wallet: await lettered(kit, 'vault', [
        { acr: 'password', auth_time: kit.tokens.at(-600) },
        { acr: 'strong', auth_time: kit.tokens.at(-90_000) },
        { acr: 'strong', auth_time: kit.tokens.at(0) },
      ]),
    }),
  },
];

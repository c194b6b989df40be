/** A resource in words: everything that its decision depends on, and nothing that gives it away. */
import type { Access, Offer, ResourceData } from './resource';

/** `lines` mark code with backticks. */
export interface Row {
  readonly term: string;
  readonly lines: readonly string[];
}

/** The resource, its schemes and who may use it, row by row. */
export function resourceWords({ realm, path, offers, access, hides }: ResourceData): readonly Row[] {
  return [
    { term: 'Resource', lines: [`\`${path}\` in the realm \`${realm}\``] },
    ...offers.map((offer) => ({ term: termOf(offer), lines: linesOf(offer) })),
    { term: 'Who may', lines: [accessWords(access)] },
    ...(hides
      ? [
          {
            term: 'It hides',
            lines: ['Every refusal is a 404, as for a path that does not exist.'],
          },
        ]
      : []),
  ];
}

/** How this server reads what servers read in different ways. */
export function readingWords({ offers }: ResourceData): readonly string[] {
  const kinds = new Set(offers.map(({ kind }) => kind));
  return [
    ...(kinds.has('basic')
      ? [
          'Any text after the word `Basic` counts as credentials. They are valid if they are the Base64, with its padding, of a user name, a colon and its password.',
        ]
      : []),
    ...(kinds.has('bearer')
      ? [
          'After the word `Bearer` it expects one token and nothing else; anything else there is a malformed request. It does not read tokens from the query. A token in both places is malformed, too.',
        ]
      : []),
    ...(kinds.has('session')
      ? [
          'It knows a session by the cookie `sid`, and reads no `Authorization` header. First it checks the session, then the CSRF token, then who may.',
          'A `GET` needs no CSRF token. A `PUT` or `DELETE` needs that of its session in `X-CSRF-Token`, and nowhere else. An `Origin` must be this one: a request of another site gets a 403.',
        ]
      : []),
    'Two `Authorization` headers, or one that is not a scheme with credentials, are a malformed request.',
    'A scheme that it does not accept counts as no credentials, and so does a token without its scheme.',
  ];
}

/** What this server sends along where the standards leave a choice. */
export function challengeWords({ offers }: ResourceData): readonly string[] {
  const kinds = new Set(offers.map(({ kind }) => kind));
  return [
    offers.length > 1
      ? 'A 400 or a 401 brings a challenge for each scheme, with the realm.'
      : 'A 400 or a 401 brings a challenge with the realm.',
    ...(kinds.has('bearer')
      ? [
          'If a request is malformed or a token is not valid, the Bearer challenge says why in `error` (RFC 6750 §3.1).',
          'A 403 for a Bearer token brings a Bearer challenge (RFC 6750 §3). If the scope is too small, it has `error` and the needed `scope`; otherwise only the realm.',
        ]
      : []),
    'No other response brings a challenge.',
    ...(kinds.has('session')
      ? ['Sessions are not a registered scheme: this server calls them `Session`.']
      : []),
    ...(kinds.has('api-key')
      ? [
          'API keys are not a registered scheme: this server calls them `ApiKey` and names the header in `field`.',
        ]
      : []),
  ];
}

function termOf(offer: Offer): string {
  switch (offer.kind) {
    case 'basic':
      return 'Takes Basic';
    case 'bearer':
      return 'Takes Bearer';
    case 'api-key':
      return 'Takes keys';
    case 'session':
      return 'Takes sessions';
  }
}

function linesOf(offer: Offer): string[] {
  switch (offer.kind) {
    case 'basic':
      return offer.accounts.map(
        ({ username, password, roles }) => `\`${username}\` with \`${password}\`${listing('role', roles)}`,
      );
    case 'bearer':
      return offer.tokens.map(
        ({ token, holder, roles, scopes, state }) =>
          `\`${token}\` of ${holder}${listing('role', roles)}${listing('scope', scopes)}${states[state]}`,
      );
    case 'api-key':
      return [
        `in the header \`${offer.field}\``,
        ...offer.keys.map(({ key, holder, roles }) => `\`${key}\` of ${holder}${listing('role', roles)}`),
      ];
    case 'session':
      return [
        `in the cookie \`${offer.cookie}\`, with the CSRF token in \`${offer.field}\``,
        ...offer.sessions.map(
          ({ id, holder, roles, csrf, state }) =>
            `\`${id}\` of ${holder}${listing('role', roles)}${states[state]}; CSRF token \`${csrf}\``,
        ),
      ];
  }
}

const states = { valid: '', expired: '; it expired an hour ago', revoked: '; it was revoked' };

function listing(what: string, names: readonly string[]): string {
  return names.length ? `, ${what} ${names.map((name) => `\`${name}\``).join(' ')}` : '';
}

function accessWords(access: Access): string {
  switch (access.kind) {
    case 'anyone':
      return 'Everybody whom it recognises.';
    case 'role':
      return `Everybody with the role \`${access.role}\`.`;
    case 'scope':
      return access.scope.includes(' ')
        ? `Tokens with each of the scopes \`${access.scope}\`.`
        : `Tokens with the scope \`${access.scope}\`.`;
    case 'owner':
      return `Only its owner, ${access.owner}.`;
  }
}

/** The words of a text as the search compares them: stems of ordinary words, and codes as they are. */

/** One word of a text. */
export interface Word {
  /** As it was written. */
  readonly raw: string;
  /** What is compared. */
  readonly term: string;
  /** True for a code or an identifier, which has to be the same to the letter. */
  readonly exact: boolean;
  /** What an identifier is made of, such as `token` and `expired` of `TokenExpired`. */
  readonly parts: readonly string[];
}

/** Too common in any text to say what it is about. */
const stopWords = new Set(
  `a about after again all also although am an and any are as at be because been before being both but by can cannot
  could did do does doing done each even every for from get gets getting got had has have having he her here his how i
  if in into is it its just like me more most my no nor not now of off on one only or other our out over please same
  she should so some such than that the their them then there these they this those through to too under until up us
  use used using very via was we were what when where which while who why will with would you your
  isn aren wasn weren doesn don didn hasn haven won couldn shouldn wouldn ll ve re`.split(/\s+/),
);

/** In most messages, whatever they are about: they count, but little. */
const weakWords = new Set(
  [
    'error',
    'errors',
    'err',
    'fatal',
    'fail',
    'failed',
    'failure',
    'code',
    'status',
    'request',
    'response',
    'server',
  ]
    .concat([
      'http',
      'https',
      'message',
      'client',
      'access',
      'exception',
      'warning',
      'info',
      'example',
      'localhost',
    ])
    .map((word) => stem(word)),
);

/** Is this a term of most messages, whatever they are about? */
export function isWeak(term: string): boolean {
  return weakWords.has(term);
}

/** Several words that are one term, however they are written. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sign|log)(?:s|ed|ged|ing|ging)?[ -]?(?:in|on)(?:to)?\b/gi, ' signin '],
  [/\b(?:sign|log)(?:s|ed|ged|ing|ging)?[ -]?(?:out|off)\b/gi, ' signout '],
  [/\bjson web tokens?\b/gi, ' jwt '],
  [/\bapi[ -]?keys?\b/gi, ' apikey '],
  [/\bcross[ -]origin\b/gi, ' crossorigin '],
  [/\bcross[ -]site\b/gi, ' crosssite '],
  [/\brate[ -]limit(?:s|ed|ing)?\b/gi, ' ratelimit '],
];

/** How a term of `phrases` is written in texts, so that it can be marked there. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  signin: [
    'sign in',
    'signs in',
    'signed in',
    'sign-in',
    'log in',
    'logged in',
    'login',
    'log on',
    'signing in',
  ],
  signout: ['sign out', 'signed out', 'log out', 'logged out', 'logout'],
  jwt: ['jwt', 'json web token'],
  apikey: ['api key', 'api-key', 'apikey'],
  crossorigin: ['cross-origin', 'cross origin'],
  crosssite: ['cross-site', 'cross site'],
  ratelimit: ['rate limit', 'rate-limit'],
};

/** Words for the same thing, or for what is nearly always meant along with it. */
const synonyms: readonly (readonly string[])[] = [
  ['header', 'field'],
  ['jwt', 'token'],
  ['auth', 'authentication', 'authorization', 'authn', 'authz'],
  ['signin', 'auth'],
  ['password', 'credentials', 'creds', 'secret'],
  ['forbidden', '403'],
  ['unauthorized', 'unauthenticated', '401'],
  ['denied', 'refused', 'rejected', 'blocked'],
  ['expired', 'lifetime', 'exp'],
  ['cors', 'preflight', 'crossorigin'],
  ['csrf', 'xsrf', 'antiforgery'],
  ['cookie', 'session'],
  ['permission', 'rights', 'role', 'scope'],
  ['k8s', 'kubernetes', 'kubectl', 'rbac'],
  ['s3', 'bucket'],
  ['waf', 'firewall', 'cloudflare', 'bot', 'captcha'],
  ['dialog', 'popup', 'prompt'],
  ['clock', 'skew'],
  ['ratelimit', 'limit', 'throttled', '429'],
  ['tls', 'ssl', 'https'],
  ['mtls', 'certificate', 'cert'],
  ['proxy', '407'],
  ['presigned', 'sigv4', 'signature'],
  ['repo', 'repository', 'git'],
  ['audience', 'aud'],
  ['issuer', 'iss'],
  ['newline', 'linebreak', 'trailing'],
  ['url', 'uri', 'address'],
];

/** Of an address only the host says what a text is about; the rest is somebody's path. */
const addresses = /\b(?:https?|wss?):\/\/(?:[^\s/@'"]*@)?([\p{L}\p{N}.-]+)[^\s'"<>)]*/giu;

const isExample = (host: string) => /(?:^|\.)(?:example|localhost|invalid|test)$|^[\d.]+$/i.test(host);

/** The words of `text` in order; those that say nothing are left out. */
export function wordsOf(text: string): readonly Word[] {
  const plain = phrases.reduce(
    (all, [pattern, term]) => all.replace(pattern, term),
    text.normalize('NFC').replace(addresses, (_, host: string) => (isExample(host) ? ' ' : ` ${host} `)),
  );
  return [...plain.matchAll(/[\p{L}\p{N}_]+(?:[.:/-][\p{L}\p{N}_]+)*/gu)].flatMap(([whole]) =>
    compound(whole),
  );
}

/** What the index has for `text`: the terms, and the parts of identifiers. */
export function termsOf(text: string): readonly string[] {
  return wordsOf(text).flatMap(({ term, parts }) => [term, ...parts]);
}

/** How the terms are written in `text`, for marking them: a stem is marked as the whole word. */
export function spellingsIn(text: string, terms: readonly string[]): readonly string[] {
  const all = new Set(terms);
  const whole = wordsOf(text).flatMap(({ raw, term }) => (all.has(term) ? [raw] : []));
  return [...whole, ...terms.flatMap((term) => spellings[term] ?? [term])];
}

const synonymsOf = new Map<string, ReadonlySet<string>>();
for (const group of synonyms) {
  for (const word of group) {
    const others = group.filter((other) => other !== word).map(stem);
    synonymsOf.set(stem(word), new Set([...(synonymsOf.get(stem(word)) ?? []), ...others]));
  }
}

/** Other terms for the same thing; none for most. */
export function alikeTo(term: string): readonly string[] {
  return [...(synonymsOf.get(term) ?? [])];
}

/** A run of letters with dots, colons, slashes or hyphens in it: one name, or its members. */
function compound(whole: string): readonly Word[] {
  const members = whole.split(/[.:/-]/).flatMap((member) => single(member));
  const term = whole.toLowerCase();
  if (!isName(whole)) return members;
  return [{ raw: whole, term, exact: true, parts: members.flatMap(({ term, parts }) => [term, ...parts]) }];
}

/** Is it one name, like `X-Amz-Date`, `s3:GetObject` or `401.2`? *Token-based* is two words. */
function isName(whole: string): boolean {
  if (whole.length > 40 || !/[.:-]/.test(whole) || whole.includes('/')) return false;
  if (whole.includes('-')) return /^\p{Lu}[\p{L}\p{N}]*(?:-\p{Lu}[\p{L}\p{N}]*)+$/u.test(whole);
  return /\d|\p{Lu}/u.test(whole);
}

function single(raw: string): readonly Word[] {
  const term = raw.toLowerCase();
  if (raw.length < 2 || raw.length > 64 || stopWords.has(term)) return [];
  if (/\p{N}/u.test(raw)) return [{ raw, term, exact: true, parts: [] }];
  const parts = raw.split(/_+|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean);
  if (parts.length === 1) return [{ raw, term: stem(term), exact: false, parts: [] }];
  const words = parts.map((part) => part.toLowerCase());
  const spoken = words.filter((word) => word.length > 1 && !stopWords.has(word)).map(stem);
  return [{ raw, term, exact: true, parts: spoken }];
}

/** The word without its ending: *expired*, *expires* and *expire* are one. */
export function stem(word: string): string {
  if (word.length < 5 || /[^a-z]/.test(word))
    return /^[a-z]{2}[^siu]s$/.test(word) ? word.slice(0, -1) : word;
  const ending = /(?:sses|ies|ied|ing|ed|es|s)$/.exec(word)?.[0] ?? '';
  const rest = ending === 'sses' ? word.slice(0, -2) : word.slice(0, word.length - ending.length);
  const cut = endingStays(word, ending, rest)
    ? word
    : ending === 'ies' || ending === 'ied'
      ? `${rest}y`
      : rest;
  return cut.length > 4 ? cut.replace(/e$/, '') : cut;
}

function endingStays(word: string, ending: string, rest: string): boolean {
  return rest.length < 4 || !/[aeiouy]/.test(rest) || (ending === 's' && /(?:ss|us|is)$/.test(word));
}

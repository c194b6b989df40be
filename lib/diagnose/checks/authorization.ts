/** What is wrong with the Authorization header as it stands there (RFC 9110 §11.4, RFC 6750 §2.1). */
import {
  authorizationField,
  gluedScheme,
  isLeftover,
  namesScheme,
  wellKnownScheme,
} from '@/lib/http-auth/authorization-field';
import { parseChallenges } from '@/lib/http-auth/grammar';
import { type Check, certain, type Finding, hint, type Scene } from '../finding';
import { addressOf, fieldOf, type ReadField, valuesOf } from '../reading';

const redacted =
  /^(?:\.{2,}|…|x{3,}|\*{2,}|•+|-{3,}|#{3,}|[<[({]?\s?(?:redacted|removed|hidden|secret|masked|snip|omitted|censored|private|filtered|scrubbed|token here)\b.{0,20})/i;
const template =
  /^(?:\$\{\{?\s?[\w.-]{1,60}\s?\}?\}|\{\{\s?[\w.-]{1,60}\s?\}\}|\$[A-Z_]{3,60}|%[A-Z_]{3,60}%|:[a-z]\w{2,40}|process\.env\.\w{1,60})$/i;

/** True where the secret was removed before the value was pasted: then nothing is known of it. */
export function isRedacted(text: string): boolean {
  const bare = text.trim();
  if (template.test(bare)) return false;
  return redacted.test(bare) ||
    /(?:\.{3}|…|•|\*{3}|x{5})/.test(bare) ||
    /^<[^>]{1,60}>$|^\[[^\]]{1,60}\]$/.test(bare)
    ? !/^\[object/i.test(bare)
    : /^(?:your|my|the|some)[-_ ]/i.test(bare);
}

export const authorizationChecks: Check = (scene) => {
  const { request, form } = scene.exchange;
  if (!request) return [];
  const lines = valuesOf(request, 'Authorization');
  const [first] = lines;
  if (!first) return [];
  const isWritten = form === 'header lines';
  if (lines.length > 1 && !isWritten) {
    const statement = `The request has ${lines.length} Authorization headers. One is allowed. Some servers use the first, others the last, others refuse.`;
    return [
      certain(scene, 'authorization-twice', lines[1] ?? first, statement, 'RFC 9110 §5.3'),
      ...valueFindings(scene, first),
    ];
  }
  return [...valueFindings(scene, first), ...placesTwice(scene, first)];
};

function valueFindings(scene: Scene, field: ReadField): Finding[] {
  const value = field.value.trim();
  if (value === '') return [];
  const finding = (check: Finding['check'], statement: string, rule: Finding['rule'] = 'RFC 9110 §11.4') => [
    certain(scene, check, field, statement, rule),
  ];
  if (/^authorization:/i.test(value)) {
    return finding(
      'scheme-doubled',
      'The value of Authorization begins with the name of the header once more.',
    );
  }
  if (/^["'“”‘’]/.test(value)) {
    return finding(
      'value-quoted',
      'The value of Authorization is in quotation marks, and they become part of it.',
    );
  }
  const odd = [...value].find((character) => character.charCodeAt(0) > 126);
  if (odd && !isRedacted(value.replace(/^\S+ /, ''))) {
    const code = odd.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return finding(
      'not-ascii',
      `Authorization has a character beyond ASCII, U+${code}. Clients and servers encode it in different ways.`,
      'RFC 9110 §5.5',
    );
  }
  const parts = authorizationField({ fields: [[field.name, value]] });
  if (!parts) return [];
  const { scheme, rest } = parts;
  const usual = wellKnownScheme(scheme);
  if (rest === '') return loneWord(scene, field, scheme);
  const second = rest.split(' ')[0] ?? '';
  if (wellKnownScheme(second) && rest !== second && usual) {
    const isSame = second.toLowerCase() === scheme.toLowerCase();
    const statement = isSame
      ? `The word ${usual} is there twice, so what follows the first one is not a token.`
      : `Two schemes are named before the credentials: ${usual} and ${wellKnownScheme(second)}.`;
    return finding('scheme-doubled', statement);
  }
  if (isLeftover(rest) || /^\[object \w{1,30}\]/i.test(rest)) {
    const statement = `The credentials are the text “${rest.slice(0, 30)}”. Usually a variable was empty or of the wrong type.`;
    return finding('placeholder-sent', statement, usual === 'Bearer' ? 'RFC 6750 §2.1' : 'RFC 9110 §11.4');
  }
  if (template.test(rest)) {
    const statement = `The credentials are the text “${rest.slice(0, 60)}”: a variable that was not filled in.`;
    return isCommand(scene) || isTyped(scene, field)
      ? [hint(scene, 'placeholder-sent', field)]
      : finding('placeholder-sent', statement);
  }
  if (isRedacted(rest)) return [];
  if (usual && /^["'“”‘’]/.test(rest)) {
    return finding(
      'value-quoted',
      `What follows ${usual} is in quotation marks, and they become part of it.`,
    );
  }
  const list = value.includes(',') && usual ? parseChallenges(value) : undefined;
  if (
    list?.ok &&
    list.value.length > 1 &&
    list.value.every((challenge) => wellKnownScheme(challenge.scheme))
  ) {
    return finding(
      'credentials-joined',
      'Authorization has two sets of credentials, joined by a comma. Only one is allowed.',
      'RFC 9110 §11.6.2',
    );
  }
  if (!usual && !namesScheme(scheme) && !/[=,]/.test(scheme)) {
    return finding('scheme-missing', 'Authorization does not begin with a scheme such as Bearer or Basic.');
  }
  return [];
}

/** A command with a variable is no mistake: the shell fills it in. */
const isCommand = ({ exchange: { form } }: Scene) =>
  form === 'copy as cURL' || form === 'HTTPie command' || form === 'wget';

const typed = /(?:^|[\s$>])(?:curl|https?|wget|xh)\s[^\n]{0,600}$/;

/** True where the header stands in a command, whose shell fills in variables before anything is sent. */
function isTyped({ reading }: Scene, { start }: ReadField): boolean {
  return typed.test(reading.text.slice(Math.max(0, start - 600), start).replace(/\\\r?\n/g, ' '));
}

function loneWord(scene: Scene, field: ReadField, word: string): Finding[] {
  const finding = (check: Finding['check'], statement: string) => [
    certain(scene, check, field, statement, 'RFC 9110 §11.4'),
  ];
  const usual = wellKnownScheme(word);
  if (usual) {
    return finding(
      'scheme-alone',
      `Nothing follows ${usual} in what was pasted: the request has no credentials.`,
    );
  }
  const glued = gluedScheme(word);
  if (glued && word.length > glued.length + 6 && /^[A-Za-z]+[:=]?(?:eyJ|[A-Za-z0-9+/_-]{12,})/.test(word)) {
    return finding('scheme-glued', `There is no space between ${glued} and what follows it.`);
  }
  if (isLeftover(word) || /^\[object/i.test(word)) {
    return finding(
      'placeholder-sent',
      `The whole value of Authorization is “${word.slice(0, 30)}”. Usually a variable was empty.`,
    );
  }
  if (isRedacted(word) || template.test(word) || /^AWS4-HMAC/.test(word)) return [];
  if (/^eyJ[\w-]+\./.test(word)) {
    return finding('scheme-missing', 'Authorization has a JWT and no scheme before it, such as Bearer.');
  }
  return word.length >= 12
    ? finding(
        'scheme-missing',
        'Authorization has one word, and no scheme before it, such as Bearer or Basic.',
      )
    : [];
}

const tokenNames =
  /[?&](access_token|token|api[_-]?key|apikey|auth|jwt|X-Amz-Signature|X-Goog-Signature|sig)=/i;

/** Credentials in the header and in the address (RFC 6750 §2). */
function placesTwice(scene: Scene, field: ReadField): Finding[] {
  const { request } = scene.exchange;
  const name = tokenNames.exec(request?.url ?? '')?.[1];
  if (!name) return [];
  if (/^X-(?:Amz|Goog)-Signature$/i.test(name)) {
    const statement = `The address is a presigned one (${name}), and the request also has an Authorization header. Amazon S3 allows only one of the two.`;
    return [certain(scene, 'credentials-in-two-places', field, statement)];
  }
  if (!/^(?:access_token|token|jwt)$/i.test(name)) return [hint(scene, 'credentials-in-two-places', field)];
  const statement = `Credentials are sent twice: in the Authorization header and as ${name} in the address.`;
  return [certain(scene, 'credentials-in-two-places', field, statement, 'RFC 6750 §2')];
}

/** Header names that gateways drop or rename (RFC 3875 §4.1.18). */
export const nameChecks: Check = (scene) => {
  const odd = scene.exchange.request?.fields.find(({ name }) => name.includes('_') && !name.startsWith(':'));
  if (!odd || scene.exchange.form === 'copy as PowerShell') return [];
  const statement = `The header ${odd.name.slice(0, 60)} has an underscore in its name. nginx drops such headers by default.`;
  return [certain(scene, 'name-with-underscore', odd, statement, 'RFC 3875 §4.1.18')];
};

const keyName =
  /(?:^|[-_])(?:api[-_]?key|token|auth|key|secret|signature|jwt|session|dpop|ticket|credential|pat)(?:[-_]|$)|authori[sz]ation|authentication|^x-goog-|^x-amz-security|^cf-access/i;
const keyQuery =
  /[?&](?:access_token|token|api[_-]?key|apikey|key|auth|jwt|sig|signature|X-Amz-Signature|X-Goog-Signature|code|sv)=/i;

/** True where the request carries something that may be credentials. */
function hasCredentials(scene: Scene): boolean {
  const { request } = scene.exchange;
  if (!request) return false;
  if (keyQuery.test(request.url) || /:\/\/[^/@]{1,200}@/.test(request.url)) return true;
  return request.fields.some(({ name, value }) => value && (/^cookie$/i.test(name) || keyName.test(name)));
}

/** No credentials at all, or credentials that the server did not see. */
export const presenceChecks: Check = (scene) => {
  const { request, response, mayHideCredentials } = scene.exchange;
  if (!response || ![401, 403].includes(response.status)) return [];
  if (!request) return aloneFindings(scene);
  if (request.method === 'OPTIONS') return [];
  if (!hasCredentials(scene)) {
    if (!request.whole) return request.fields.length ? [hint(scene, 'credentials-not-sent', request)] : [];
    const body = /(?:password|client_secret|api_?key|token)["']?\s?[=:]/i.test(request.body.slice(0, 4000));
    if (mayHideCredentials || body) return [hint(scene, 'credentials-not-sent', request)];
    const statement =
      'The request carries no credentials in its headers or its address: no Authorization, no cookie, no API key.';
    return [certain(scene, 'credentials-not-sent', request, statement, 'RFC 9110 §11.6.2')];
  }
  return unseen(scene);
};

/** A challenge that names no error, and no request beside it: what a client gets that has sent nothing. */
function aloneFindings(scene: Scene): Finding[] {
  const { response } = scene.exchange;
  const field = fieldOf(response, 'WWW-Authenticate');
  const isBare = field && !/error|stale|resource_metadata|nonce=/i.test(field.value);
  return field && isBare && response?.status === 401 ? [hint(scene, 'challenge-alone', field)] : [];
}

/** A Bearer challenge without an error says that no token came; the request has one (RFC 6750 §3.1). */
function unseen(scene: Scene): Finding[] {
  const { request, response } = scene.exchange;
  const field = fieldOf(request, 'Authorization');
  const asked = valuesOf(response, 'WWW-Authenticate')
    .map(({ value }) => value)
    .join(', ');
  if (!field || response?.status !== 401) return [];
  const parsed = parseChallenges(asked);
  if (!asked || !parsed.ok) return [];
  const sent = authorizationField({ fields: [[field.name, field.value]] })?.scheme ?? '';
  const schemes = parsed.value.map(({ scheme }) => scheme);
  if (wellKnownScheme(sent) && !schemes.some((scheme) => scheme.toLowerCase() === sent.toLowerCase())) {
    const statement = `The request has ${wellKnownScheme(sent)} credentials. The server asks for ${[...new Set(schemes)].slice(0, 4).join(', ')}.`;
    return [certain(scene, 'scheme-other-than-asked', field, statement, 'RFC 9110 §11.6.1')];
  }
  const bearer = parsed.value.find(({ scheme }) => /^bearer$/i.test(scheme));
  const silent = bearer && !bearer.params.some(([name]) => /^error/i.test(name));
  return silent && /^bearer$/i.test(sent) && addressOf(request)
    ? [hint(scene, 'credentials-unseen', field)]
    : [];
}

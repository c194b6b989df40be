/**
 * Reads a badge and checks its signature in the browser (RFC 7515 §5.2); only the public key is fetched. A badge is an
 * Open Badge 3.0 as a JWT, or of the form that they had before.
 */

export interface BadgeClaims {
  /** The origin of the server that signed it. */
  readonly iss: string;
  readonly sub: string;
  /** What it is for. */
  readonly title: string;
  /** When it was signed, as a NumericDate. */
  readonly signed: number;
  readonly incidents: readonly { readonly path: string; readonly cause: string; readonly solved: string }[];
}

/** Why a text is not accepted. */
export type Fault =
  | 'empty'
  | 'none'
  | 'incomplete'
  | 'unsigned'
  | 'older'
  | 'changed'
  | 'early'
  | 'foreign'
  | 'old-key'
  | 'no-key'
  | 'no-crypto';

export type Reading =
  | { readonly genuine: true; readonly text: string; readonly claims: BadgeClaims }
  | { readonly genuine: false; readonly fault: Fault; readonly issuer?: string };

type Json = Readonly<Record<string, unknown>>;

const signatureLength = 64;
/** That of an Open Badge, and that of badges before. */
const types = ['JWT', 'doorman-badge+jwt'];

/** A badge out of what somebody pasted: an address with a fragment, or the text, broken into lines or not. */
export function badgeText(pasted: string): string {
  return (pasted.split('#').at(-1) ?? '').replace(/\s+/g, '');
}

/** What the badge is, by the keys of the server at `here`. */
export async function readBadge(
  text: string,
  here: string,
  fetchKeys: () => Promise<unknown>,
): Promise<Reading> {
  const refused = (fault: Fault, issuer?: string): Reading => ({
    genuine: false,
    fault,
    ...(issuer && { issuer }),
  });
  if (text === '') return refused('empty');
  const [head = '', body = '', signed = '', ...more] = text.split('.');
  const header = objectIn(head);
  if (!header || !types.includes(String(header.typ)) || more.length) return refused('none');
  if (header.alg !== 'ES256') return refused('unsigned');
  const signature = octetsIn(signed);
  if (signature?.length !== signatureLength) return refused('incomplete');
  const claims = objectIn(body);
  if (!claims) return refused('changed');
  if (header.typ === 'JWT' && !listed(claims.type).includes('OpenBadgeCredential')) return refused('none');
  const issuer = String(claims.iss);
  if (issuer.includes('/api/sandbox/')) return refused('older');

  const set = await fetchKeys().catch(() => undefined);
  const keys = asObject(set).keys;
  if (!Array.isArray(keys)) return refused('no-key');
  const jwk = keys.map(asObject).find(({ kid }) => thumbprint(kid) === thumbprint(header.kid));
  if (!jwk) return issuer === here ? refused('old-key') : refused('foreign', hostOf(issuer));
  // Browsers give it to secure contexts alone.
  if (!globalThis.crypto?.subtle) return refused('no-crypto');
  const holds = await verifies(jwk, signature, new TextEncoder().encode(`${head}.${body}`));
  const badge = holds ? (header.typ === 'JWT' ? openBadge(claims) : earlierBadge(claims)) : undefined;
  if (!badge) return refused('changed');
  return badge.signed * 1000 > Date.now() + clockSkewMs
    ? refused('early')
    : { genuine: true, text, claims: badge };
}

async function verifies(
  jwk: Json,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { kty, crv, x, y } = jwk as Record<string, string>;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y } as JsonWebKey, curve, false, [
    'verify',
  ]);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
}

/** How far the clock of a reader may be behind. */
const clockSkewMs = 300_000;

/** A key is named by its thumbprint, or by an address that ends in it. */
const thumbprint = (kid: unknown) => String(kid).split('/').at(-1);

/**
 * The claims of an Open Badge, or undefined where the registered claims and the credential do not agree (Open Badges
 * 3.0, Verify a Credential VC-JWT Signature).
 */
function openBadge(claims: Json): BadgeClaims | undefined {
  const { iss, sub, jti, nbf, id, validFrom, evidence } = claims;
  const subject = asObject(claims.credentialSubject);
  const { name: title } = asObject(subject.achievement);
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof nbf !== 'number') return undefined;
  const agrees =
    asObject(claims.issuer).id === iss &&
    subject.id === sub &&
    id === jti &&
    Date.parse(String(validFrom)) === nbf * 1000;
  const incidents = listed(evidence)
    .map(asObject)
    .map(({ name, description, narrative }) => ({
      path: String(name),
      cause: String(description),
      solved: String(narrative).replace('Solved at ', ''),
    }));
  return agrees && typeof title === 'string' && incidents.length > 0
    ? { iss, sub, title, signed: nbf, incidents }
    : undefined;
}

function earlierBadge({ iss, sub, iat, incidents }: Json): BadgeClaims | undefined {
  const texts = listed(incidents).map(asObject);
  const isBadge =
    typeof iss === 'string' &&
    typeof sub === 'string' &&
    typeof iat === 'number' &&
    texts.length > 0 &&
    texts.every((incident) =>
      ['path', 'cause', 'solved'].every((name) => typeof incident[name] === 'string'),
    );
  if (!isBadge) return undefined;
  return {
    iss,
    sub,
    title: 'The night shift',
    signed: iat,
    incidents: texts as unknown as BadgeClaims['incidents'],
  };
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function hostOf(issuer: string): string | undefined {
  return URL.canParse(issuer) ? new URL(issuer).host : undefined;
}

function octetsIn(base64url: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(base64url)) return undefined;
  try {
    const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function objectIn(base64url: string): Json | undefined {
  const octets = octetsIn(base64url);
  try {
    return octets && asObject(JSON.parse(new TextDecoder().decode(octets)));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

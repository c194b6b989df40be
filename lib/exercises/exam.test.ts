import { decodeJwt, importJWK, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { asker, run } from '@/lib/figures/figure';
import { type OpenResource, resourceOf } from '@/lib/sandbox/open-resource';
import { attempt } from './attempt';
import { get, send, sendJson } from './drafts';
import { type Exercise, walletValues } from './exercise';
import { drawn, type Ward } from './incident';
import { incidentPool } from './incident-pool';
import { loadExercise } from './index';
import { toyPrivateKey } from './issuer';

const now = () => new Date('2026-03-02T09:00:00Z');
const ids = Array.from({ length: 40 }, (_, at) => `attempt-number-${at}`);
const drawnFor = (id: string) =>
  drawn(incidentPool, attempt('incident-exam', id, 'secret of the tests', now));

async function opened(id: string): Promise<OpenResource> {
  const exercise = (await loadExercise('incident-exam')) as Exercise;
  return resourceOf('incident-exam', exercise, id, 'secret of the tests', now);
}

describe('what is drawn', () => {
  it('are six incidents from every ward, the same for the same attempt', async () => {
    for (const id of ids) {
      const six = await drawnFor(id);
      expect(new Set(six.map(({ path }) => path)).size).toBe(6);
      const wards = six.map(({ ward }) => ward).sort();
      expect(wards).toEqual<Ward[]>([
        'authentication',
        'authentication',
        'authorization',
        'neighbours',
        'neighbours',
        'syntax',
      ]);
      expect(await drawnFor(id)).toEqual(six);
    }
  });

  it('differs from attempt to attempt, and leaves nothing of the pool out', async () => {
    const all = await Promise.all(ids.map(drawnFor));
    expect(new Set(all.map((six) => six.map(({ path }) => path).join(' '))).size).toBeGreaterThan(20);
    expect(new Set(all.flat()).size).toBe(incidentPool.length);
    expect(incidentPool.length).toBeGreaterThanOrEqual(10);
  });
});

it('every incident fails as it was captured, and the mended request gets through', async () => {
  for (const incident of incidentPool) {
    const id = ids[(await Promise.all(ids.map(drawnFor))).findIndex((six) => six.includes(incident))] ?? '';
    const open = await opened(id);
    const wallet = await walletValues(open.resource);
    const failed = await run(incident.captured(wallet), open);
    expect(failed.response.status, incident.path).toBeGreaterThanOrEqual(400);
    const fixed = await run(await incident.fix(wallet, asker(open)), open);
    expect(fixed.response.status, incident.path).toBe(200);
    expect(JSON.parse(fixed.response.body).cause).toBe(incident.cause);
  }
});

it('neither the board nor the wallet tells the cause, or the way out, before it is mended', async () => {
  for (const id of ids.slice(0, 10)) {
    const open = await opened(`untouched-${id}`);
    const board = (await run(get('/'), open)).response.body;
    const labels = Object.values(await open.resource.wallet()).map(({ label }) => label);
    for (const { cause } of incidentPool) expect(board + labels.join()).not.toContain(cause);
    expect(board).not.toContain('/tides/daily');
  }
});

describe('the badge', () => {
  it('is refused until all are solved, and DELETE /progress begins anew', async () => {
    const open = await opened('badge-attempt-1');
    expect((await run(get('/badge'), open)).response.status).toBe(403);
    const wallet = await walletValues(open.resource);
    expect((await run(await open.exercise.solution(wallet, asker(open)), open)).solved).toBe(true);
    await run(send('DELETE', '/progress'), open);
    expect(JSON.parse((await run(get('/progress'), open)).response.body).solved).toBe(0);
    expect((await run(get('/badge'), open)).solved).toBe(false);
  });

  it('holds its evidence, and verifies with the published key and nothing of ours', async () => {
    const open = await opened('badge-attempt-2');
    const wallet = await walletValues(open.resource);
    const { response } = await run(await open.exercise.solution(wallet, asker(open)), open);
    const { badge } = JSON.parse(response.body) as { badge: string };
    const keys = JSON.parse((await run(get('/.well-known/jwks.json'), open)).response.body);
    const { payload } = await jwtVerify(badge, await importJWK(keys.keys[0], 'ES256'), { typ: 'JWT' });
    expect(payload.iss).toBe('http://doorman.example');
    expect(payload.evidence).toHaveLength(6);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('says nothing by which its attempt could be reached', async () => {
    const pressed = async (id: string) => {
      const open = await opened(id);
      const wallet = await walletValues(open.resource);
      const { response } = await run(await open.exercise.solution(wallet, asker(open)), open);
      return response.body;
    };
    const body = await pressed('badge-attempt-3');
    const { badge } = JSON.parse(body) as { badge: string };
    const [head, claims] = badge.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    for (const text of [head, claims]) expect(text).not.toMatch(/badge-attempt|api\/sandbox/);
    expect(JSON.parse(claims ?? '').sub).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    const other = JSON.parse(await pressed('badge-attempt-4')) as { badge: string };
    expect(decodeJwt(other.badge).sub).not.toBe(decodeJwt(badge).sub);
  });

  it('can be checked at any attempt of this server, and at none of another', async () => {
    const open = await opened('badge-attempt-5');
    const wallet = await walletValues(open.resource);
    const { response } = await run(await open.exercise.solution(wallet, asker(open)), open);
    const { badge } = JSON.parse(response.body) as { badge: string };
    const checked = await run(sendJson('/badge/verify', { badge }), await opened('badge-attempt-6'));
    expect(checked.response.status).toBe(200);
    const stranger = await resourceOf(
      'incident-exam',
      open.exercise,
      'badge-attempt-5',
      'another secret',
      now,
    );
    expect((await run(sendJson('/badge/verify', { badge }), stranger)).response.status).toBe(422);
  });

  it('of the older kind, which named its attempt, is refused by that name', async () => {
    const open = await opened('badge-attempt-7');
    const key = await toyPrivateKey(
      attempt('incident-exam', 'badge-attempt-7', 'secret of the tests', now),
      'badge key',
    );
    const older = await new SignJWT({ incidents: [] })
      .setProtectedHeader({ alg: 'ES256', typ: 'doorman-badge+jwt', kid: 'badge-badge-at' })
      .setIssuer('http://doorman.example/api/sandbox/incident-exam/badge-attempt-7')
      .setSubject('badge-attempt-7')
      .sign(key);
    const { trace } = await run(sendJson('/badge/verify', { badge: older }), open);
    expect(trace.at(-1)?.saw).toBe('a badge of the older kind, with the name of its attempt');
  });
});

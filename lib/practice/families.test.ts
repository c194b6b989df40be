/** What becomes of each family, said once more and apart from the generator. */
import { describe, expect, test } from 'vitest';
import { listLessons } from '@/lib/content/lessons';
import { type FamilyName, families, familyNames, type ServerFamilyName } from './families';
import { levels } from './family';
import { decideAt } from './resource';
import { freshSeed, isServer, situationOf } from './situation';
import { stopOf } from './why';

/** What each family comes to where the resource does not hide: this stands here alone, the generator knows none of it. */
const outcomes: Record<ServerFamilyName, readonly (readonly [number, string?])[]> = {
  'no-credentials': [[401, 'credentials are presented']],
  'right-credentials': [[200]],
  'wrong-password': [[401, 'user name and password belong together']],
  'unknown-token': [[401, 'token is known']],
  'unknown-key': [[401, 'API key is known']],
  'role-missing': [[403, 'role']],
  'small-scope': [[403, 'scope']],
  'wrong-scheme': [[401, 'credentials are presented']],
  'doubled-scheme': [
    [400, 'Bearer is followed by one token'],
    [401, 'Basic is followed by one token68'],
  ],
  'two-lines': [[400, 'at most one Authorization header']],
  'wrong-field': [[401, 'credentials are presented']],
  'letter-case': [[200], [403]],
  'not-owner': [[403, 'the object belongs to the principal']],
  'expired-token': [[401, 'token has not expired']],
  'broken-base64': [[401, 'Base64 decodes']],
  'in-the-clear': [[401, 'Basic is followed by one token68']],
  'no-colon': [[401, 'a colon ends the user name']],
  'no-scheme': [[401, 'credentials are presented']],
  'session-alone': [[403, 'the CSRF token belongs to the session']],
  'session-with-token': [[200]],
  'session-missing': [[401, 'credentials are presented']],
  'safe-method': [[200], [403]],
  'token-of-another': [[403, 'the CSRF token belongs to the session']],
  'token-alone': [[401, 'credentials are presented']],
  'foreign-origin': [[200], [403, 'the request comes from a page of this origin'], [403]],
  'token-in-wrong-place': [[403, 'the CSRF token belongs to the session']],
  'session-expired': [[401, 'the session has not expired']],
  hidden: [],
  'several-schemes': [[401, 'credentials are presented']],
  'second-scheme': [[200], [403]],
  'wrong-for-one': [
    [401, 'token is known'],
    [401, 'user name and password belong together'],
  ],
  'token-in-query': [
    [400, 'the token comes in one place'],
    [401, 'credentials are presented'],
  ],
  'swapped-pair': [[401, 'user name and password belong together']],
  'line-feed': [[401, 'no control characters inside']],
  'revoked-token': [[401, 'token is not revoked']],
  'joined-credentials': [[400, 'Authorization is a scheme with its credentials']],
  'quoted-token': [[400, 'Bearer is followed by one token']],
  'colon-behind-scheme': [[400, 'Authorization is a scheme with its credentials']],
  'case-of-secret': [
    [401, 'user name and password belong together'],
    [401, 'token is known'],
    [401, 'API key is known'],
  ],
  'two-scopes': [[200], [403, 'scope']],
};

describe('the families', () => {
  const drawn = Array.from({ length: 9000 }, (_, at) =>
    situationOf(levels[at % 3] ?? 1, `f${at.toString(36)}`),
  );

  test.each(levels)('of level %i all appear, with some of those below', (level) => {
    const seen = new Set(drawn.filter((situation) => situation.level === level).map(({ family }) => family));
    expect([...seen].sort()).toEqual(familyNames.filter((name) => families[name].level <= level).sort());
  });

  test('are more than twelve, and each comes to what its name says, every way of it', async () => {
    expect(familyNames.length).toBeGreaterThanOrEqual(12);
    const met: Partial<Record<string, Set<string>>> = {};
    for (const { family, resource, request } of drawn.filter(isServer)) {
      const decision = await decideAt(resource, request);
      if (resource.hides) {
        expect([200, 404]).toContain(decision.status);
        continue;
      }
      const step = stopOf(decision)?.check ?? '';
      const expected = outcomes[family as ServerFamilyName].find(
        ([status, check = '']) => status === decision.status && step.startsWith(check),
      );
      expect(expected, `${family}: ${decision.status} ${step}`).toBeDefined();
      met[family] = (met[family] ?? new Set()).add(String(expected));
    }
    for (const [name, ways] of Object.entries(outcomes)) expect(met[name]?.size ?? 0, name).toBe(ways.length);
  }, 30_000);

  test('lead to lessons that exist', () => {
    const lessons = listLessons().map(({ slug }) => slug);
    for (const name of familyNames) expect(lessons).toContain(families[name].lesson);
  });

  test('do not come twice in a row, if it can be helped', () => {
    let at = 0;
    const random = () => {
      at += 0.37;
      return (at * 7919) % 1;
    };
    const lately: FamilyName[] = [];
    for (let count = 0; count < 60; count += 1) {
      const { family } = situationOf(2, freshSeed(2, lately.slice(-2), random));
      expect(lately.slice(-2)).not.toContain(family);
      lately.push(family);
    }
  });
});

import { describe, expect, it, test } from 'vitest';
import { decodeBase64 } from '@/lib/http-auth/base64';
import { isRule } from '@/lib/http-auth/rule';
import { scramFinal, scramFirst } from './client';
import { clientProof, saltedPassword, scramKeys } from './keys';
import { decodeData, encodeData } from './messages';
import vectors from './vectors.json';

describe('published examples', () => {
  test.each(vectors)('$rule', async (vector) => {
    expect(isRule(vector.rule)).toBe(true);
    const { username, password, clientNonce, serverNonce, salt, iterations } = vector;
    const start = scramFirst(username, clientNonce, 'testrealm@example.com');
    expect(start.credentials).toBe(`SCRAM-SHA-256 realm="testrealm@example.com", data="${vector.first}"`);
    const first = `r=${clientNonce}${serverNonce},s=${salt},i=${iterations}`;
    const challenge = `SCRAM-SHA-256 sid=AAAABBBBCCCCDDDD, data="${encodeData(first)}"`;
    const final = await scramFinal(password, start, challenge);
    const sent = /data="([^"]*)"/.exec(final.credentials)?.[1] ?? '';
    expect(decodeData(sent)).toBe(`c=biws,r=${clientNonce}${serverNonce},p=${vector.proof}`);
    expect(final.serverFinal).toBe(`v=${vector.serverSignature}`);
    expect(encodeData(final.serverFinal)).toBe(
      'dj02cnJpVFJCaTIzV3BSUi93dHVwK21NaFVaVW4vZEI1bkxUSlJzamw5NUc0PQ==',
    );
  });

  it('the keys of a password make and check the proof (RFC 5802 §3)', async () => {
    const salted = await saltedPassword(
      'pencil',
      decodeBase64('W22ZaJ0SNY7soEsUEjb6gQ==') as Uint8Array,
      4096,
    );
    expect((await scramKeys(salted)).storedKey).toHaveLength(32);
    expect(await clientProof(salted, 'messages')).toHaveLength(32);
  });
});

import { describe, expect, it } from 'vitest';
import { audience, header, issuer, refusal, seconds, signed, verify, withClaims } from './fixtures';

const clock = 'server clock 2026-11-23T10:00:00Z';

describe('jwtTokens refuses by its claims', () => {
  it.each([
    ['that are an array', '[]', 'an array in place of an object'],
    ['with a name twice', `{"exp":${seconds + 300},"exp":${seconds + 900}}`, 'the name exp twice'],
    ['that are no JSON', 'hello', 'text that is not JSON'],
  ])('claims %s (RFC 7519 §7.2)', async (_title, json, saw) => {
    expect(await refusal(signed(header, json))).toMatchObject({ check: 'claims are a JSON object', saw });
  });

  it.each([
    ['that is missing', undefined, 'no exp'],
    ['that has passed', seconds - 180, `a token that expired 3 min ago (2026-11-23T09:57:00Z); ${clock}`],
    [
      'that has passed by the grace to the second',
      seconds - 30,
      `a token that expired 30 s ago (2026-11-23T09:59:30Z); ${clock}`,
    ],
    [
      'that has passed long ago',
      seconds - 5 * 86_400,
      `a token that expired 5 days ago (2026-11-18T10:00:00Z); ${clock}`,
    ],
    ['that is a string', String(seconds + 300), 'exp is a string'],
    ['that is null', null, 'exp is null'],
    ['that is true', true, 'exp is a boolean'],
    ['before all dates', -1e300, expect.stringContaining(clock)],
  ])('an exp %s (RFC 7519 §4.1.4)', async (_title, exp, saw) => {
    expect(await refusal(withClaims({ exp }))).toMatchObject({ check: 'exp is still to come', saw });
  });

  it('an exp that no number can hold (RFC 7519 §2)', async () => {
    expect(await refusal(signed(header, `{"exp":1e999}`))).toMatchObject({
      saw: 'exp is not a finite number',
    });
  });

  it.each([
    [
      'that is still to come',
      seconds + 3 * 3600,
      `a token that starts in 3 h (2026-11-23T13:00:00Z); ${clock}`,
    ],
    ['that is a string', '0', 'nbf is a string'],
  ])('an nbf %s (RFC 7519 §4.1.5)', async (_title, nbf, saw) => {
    expect(await refusal(withClaims({ nbf }))).toMatchObject({ check: 'nbf has come', saw });
  });

  it.each([
    ['in the future', seconds + 90, `a token issued in 90 s (2026-11-23T10:01:30Z); ${clock}`],
    ['that is an object', {}, 'iat is an object'],
  ])('an iat %s (RFC 7519 §4.1.6)', async (_title, iat, saw) => {
    expect(await refusal(withClaims({ iat }))).toMatchObject({ check: 'iat is not in the future', saw });
  });

  it.each([
    ['that is missing', undefined, 'no iss'],
    ['with a slash more', `${issuer}/`, `iss ${issuer}/`],
    ['in another case', issuer.toUpperCase(), `iss ${issuer.toUpperCase()}`],
    ['in an array', [issuer], `iss ["${issuer}"]`],
  ])('an iss %s (RFC 7519 §4.1.1)', async (_title, iss, saw) => {
    expect(await refusal(withClaims({ iss }))).toMatchObject({
      check: 'iss is the issuer that is trusted here',
      saw,
    });
  });

  it.each([
    ['that is missing', undefined, 'no aud'],
    ['of another server', 'https://other.example', 'aud https://other.example'],
    ['of a longer name', `${audience}.evil.example`, `aud ${audience}.evil.example`],
    ['of other servers', ['https://other.example'], 'aud ["https://other.example"]'],
    ['that is an empty list', [], 'aud []'],
    ['with a number beside the name', [audience, 1], `aud ["${audience}",1]`],
    ['that is an object', { [audience]: true }, `aud {"${audience}":true}`],
  ])('an aud %s (RFC 7519 §4.1.3)', async (_title, aud, saw) => {
    expect(await refusal(withClaims({ aud }))).toMatchObject({ check: 'aud contains this server', saw });
  });

  it('scopes in an array (RFC 9068 §2.2.3)', async () => {
    const last = await refusal(withClaims({ scope: ['read', 'write'] }));
    expect(last).toMatchObject({ check: 'scope is one string', saw: 'scope ["read","write"]' });
  });

  it.each([
    ['that is missing', undefined, 'no sub'],
    ['that is empty', '', 'sub '],
    ['that is a number', 7, 'sub 7'],
  ])('a sub %s (RFC 7519 §4.1.2)', async (_title, sub, saw) => {
    expect(await refusal(withClaims({ sub }))).toMatchObject({ check: 'sub names the principal', saw });
  });

  it.each([
    ['a key', { jkt: 'x' }, 'cnf with jkt: bound to a key'],
    ['a certificate', { 'x5t#S256': 'x' }, 'cnf without jkt'],
    ['nothing that can be read', null, 'cnf without jkt'],
  ])('a token that is bound to %s (RFC 9449 §7.2)', async (_title, cnf, saw) => {
    expect(await refusal(withClaims({ cnf }))).toMatchObject({
      check: 'token is bound as its scheme wants',
      saw,
    });
  });

  it('nothing with the whole token in its words, and nothing that acts', async () => {
    const token = await withClaims({ iss: '\u202e<svg onload=alert(1)>\n\0' });
    const { steps } = await verify(token);
    expect(JSON.stringify(steps)).not.toContain(token.slice(0, 24));
    expect(steps.at(-1)?.saw).toBe('iss \\u202e<svg onload=alert(1)>\\n\\u0000');
  });
});

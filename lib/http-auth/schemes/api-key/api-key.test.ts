import { describe, expect, it } from 'vitest';
import { env, request, verified } from '@/lib/http-auth/fixtures';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { apiKey } from './api-key';

const ada = { name: 'Ada' };
const key = 'toy-key-of-ada-0001';
const scheme = apiKey({ keys: { [key]: ada } });

describe('apiKey recognises', () => {
  it('a key in its field, whose name is case-insensitive (RFC 9110 §5.1)', async () => {
    const { authentication, steps } = await verified(scheme, request([['x-api-key', ` ${key}\t`]]));
    expect(authentication).toEqual({ outcome: 'authenticated', principal: ada });
    expect(steps.map(({ check }) => check)).toEqual(scheme.checks.map(({ check }) => check));
  });

  it('a key in a field of another name, where that was agreed', async () => {
    const otherField = apiKey({ field: 'Door-Key', keys: new Map([[key, ada]]) });
    expect((await verified(otherField, request([['Door-Key', key]]))).authentication.outcome).toBe(
      'authenticated',
    );
  });
});

describe('apiKey finds nothing', () => {
  it.each([
    ['without the field', request([]), 'no X-API-Key header'],
    [
      'in the query',
      request([], { target: `/door?api_key=${key}` }),
      'api_key in the query, which is not read: it ends up in logs',
    ],
    [
      'in the query under its short name',
      request([], { target: `/door?key=${key}` }),
      'key in the query, which is not read: it ends up in logs',
    ],
    [
      'in a field with underscores',
      request([['X_API_Key', key]]),
      'the header X_API_Key, which is not X-API-Key',
    ],
    [
      'in a field with a shorter name',
      request([['Api-Key', key]]),
      'the header Api-Key, which is not X-API-Key',
    ],
    [
      'in a field as another service has it',
      request([['Ocp-Apim-Subscription-Key', key]]),
      'the header Ocp-Apim-Subscription-Key, which is not X-API-Key',
    ],
    [
      'in a cookie',
      request([['Cookie', `api_key=${key}`]]),
      'the cookie api_key, which is not read, and no X-API-Key header',
    ],
    [
      'behind Bearer',
      request([['Authorization', `Bearer ${key}`]]),
      'Authorization with Bearer, and no X-API-Key header',
    ],
    [
      'behind ApiKey',
      request([['Authorization', `ApiKey ${key}`]]),
      'Authorization with ApiKey, and no X-API-Key header',
    ],
    [
      'in Authorization by itself',
      request([['Authorization', key]]),
      'Authorization, and no X-API-Key header: is the key in the wrong header?',
    ],
  ])('%s', async (_title, message, saw) => {
    const { authentication, steps } = await verified(scheme, message);
    expect(authentication).toEqual({ outcome: 'absent', saw });
    expect(steps).toEqual([]);
  });
});

describe('apiKey refuses', () => {
  it('two field lines with 400, even the same twice (RFC 9110 §5.3)', async () => {
    const { authentication, last } = await verified(
      scheme,
      request([
        ['X-API-Key', key],
        ['x-api-key', key],
      ]),
    );
    expect(authentication).toEqual({ outcome: 'malformed', params: [] });
    expect(last).toMatchObject({ stage: 'syntax', outcome: 'failed', saw: '2 header lines' });
  });

  it.each([
    ['a key that nobody was given', 'toy-key-of-nobody', 'toy-… (17 bytes)'],
    ['an empty value', '', 'an empty value'],
    ['a scheme word before the key', `ApiKey ${key}`, 'a word before the key'],
    ['quotation marks', `"${key}"`, 'quotation marks around the key'],
    ['the word undefined', 'undefined', 'the word undefined: a variable was empty'],
    ['a placeholder', '<your-key>', 'a placeholder that was not filled in'],
    ['an object', '[object Object]', 'a placeholder: a program wrote an object, not the text in it'],
    ['an example', 'toy-...', 'a placeholder: an ellipsis in place of the rest'],
    ['two keys in one line', `${key}, ${key}`, 'toy-… (40 bytes)'],
    ['another case', key.toUpperCase(), 'TOY-… (19 bytes)'],
    ['a name that every object has', 'constructor', '…… (11 bytes)'],
    ['letters beyond ASCII', 'ключ', '…… (8 bytes)'],
  ])('%s with 401 (RFC 9110 §11.4)', async (_title, value, saw) => {
    const { authentication, last } = await verified(scheme, request([['X-API-Key', value]]));
    expect(authentication).toEqual({ outcome: 'refused', params: [] });
    expect(last).toMatchObject({
      stage: 'authentication',
      check: 'API key is known',
      outcome: 'failed',
      saw,
    });
  });
});

describe('the challenge', () => {
  it('says which field is wanted, under a scheme name that is marked as ours (RFC 9110 §11.6.1)', async () => {
    expect(formatChallenge(await scheme.challenge('lobby', env))).toBe(
      'ApiKey realm="lobby", field="X-API-Key"',
    );
    expect(scheme.registered).toBe(false);
  });
});

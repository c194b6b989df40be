/** Which resource an answer is for, and to which challenge (RFC 7616 §3.4.6, §3.7). */
import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/http-auth/decide';
import { env, request, verified } from '@/lib/http-auth/fixtures';
import { param } from '@/lib/http-auth/grammar';
import type { Message } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { answered, edited, schemeWith, sending, target } from './fixtures';

describe('uri is the whole address of the target (RFC 7616 §3.4.6)', () => {
  const sent: [string, string, Partial<Message>][] = [
    ['of a target in origin-form', 'https://doorman.example', {}],
    ['in upper case and with the usual port', 'HTTPS://Doorman.example:443', {}],
    ['by the name in Host', 'https://door.example:8443', { fields: [['Host', 'door.example:8443']] }],
    ['as it was sent', 'http://other.example', { absolute: `http://other.example${target}` }],
  ];
  it.each(sent)('%s', async (_title, origin, { fields = [], absolute }) => {
    const value = await answered({ uri: origin + target });
    const message = sending(value, absolute ? { absolute } : {});
    const { authentication } = await verified(schemeWith(), {
      ...message,
      fields: [...message.fields, ...fields],
    });
    expect(authentication.outcome).toBe('authenticated');
  });
});

describe('two challenges of one resource, strongest first (RFC 7616 §3.7)', () => {
  const [strong, weak] = [schemeWith({ besides: 'MD5' }), schemeWith({ algorithm: 'MD5' })];
  const resource = { realm: 'lobby', schemes: [strong, weak] as const, policy: anyone };
  const answer = async (value?: string) =>
    decide(value ? sending(value) : request([], { target }), resource, env);

  it('are sent in this order', async () => {
    const decision = await answer();
    expect(decision.status).toBe(401);
    const challenges = 'challenges' in decision ? decision.challenges : [];
    expect(challenges.map((challenge) => param(challenge, 'algorithm'))).toEqual(['SHA-256', 'MD5']);
  });

  it('an answer to either is accepted, one with the nonce of the other is not', async () => {
    expect(await answer(await answered({}, strong))).toMatchObject({ status: 200 });
    const md5 = await answered({}, weak);
    expect(await answer(md5)).toMatchObject({ status: 200 });
    expect(await answer(edited(md5, { algorithm: 'SHA-256' }))).toMatchObject({ status: 401 });
    expect(await answer(edited(md5, { algorithm: undefined }))).toMatchObject({ status: 200 });
  });
});

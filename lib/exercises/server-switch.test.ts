import { describe, expect, it } from 'vitest';
import { request, env as still } from '@/lib/http-auth/fixtures';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import type { Call } from './exercise';
import { inFront, without } from './intermediary';
import { setting } from './server-switch';

function remembering() {
  const memory = new Map<string, string>();
  const remember = async (id: string, text: string) => void memory.set(id, text);
  return { ...still, remember, recall: async (id: string) => memory.get(id) };
}

const lamp = setting({
  name: 'lamp',
  path: '/lamp',
  title: 'The lamp',
  values: { off: 'dark', on: 'bright' },
  says: (value) => `The lamp is ${value}.`,
});

const posted = (body: string, env = remembering()): Call => ({
  message: request([], { method: 'POST', body: new TextEncoder().encode(body) }),
  env,
  resource: 'https://doorman.example/api/sandbox/lamp/my-attempt',
});

describe('a setting', () => {
  it('has its first value until somebody sets it, for that attempt alone', async () => {
    const [first, other] = [remembering(), remembering()];
    expect(await lamp.read(first)).toBe('off');
    expect(await lamp.route.handle?.(posted('on', first))).toMatchObject({
      status: 200,
      content: { message: 'The lamp is on.' },
    });
    expect([await lamp.read(first), await lamp.read(other)]).toEqual(['on', 'off']);
    await lamp.route.handle?.(posted('{"lamp":"off"}', first));
    expect(await lamp.read(first)).toBe('off');
  });

  it.each([
    ['no content', '', 'nothing'],
    ['a list', '["on"]', 'an array in place of an object'],
    ['another name', '{"light":"on"}', 'lamp: nothing'],
    ['another kind of value', '{"lamp":true}', 'lamp: a boolean'],
    ['a value that it does not have', '{"lamp":"dim\\n"}', 'dim\\n'],
    ['such a value as text', 'dim', 'dim'],
  ])('answers %s with 400 and stays as it is', async (_title, body, saw) => {
    const env = remembering();
    const reply = await lamp.route.handle?.(posted(body, env));
    expect(reply?.status).toBe(400);
    expect(reply?.trace).toMatchObject([
      { outcome: 'failed', saw, expected: 'one of off, on, as text/plain or as JSON: {"lamp": "…"}' },
    ]);
    expect(await lamp.read(env)).toBe('off');
  });
});

describe('a hop in front of the gates', () => {
  const schemes = [
    basic({ accounts: [{ username: 'ada', password: 'p', principal: { name: 'ada' } }] }),
  ] as const;
  const resource = { realm: 'lobby', schemes, policy: anyone };
  const ask = { ...posted(''), message: request([['authorization', basicCredentials('ada', 'p')]]) };

  it('hands the message on: what it takes off, no gate sees', async () => {
    const route = (drops: boolean) =>
      inFront({
        resource,
        content: { tea: 'hot' },
        hop: async ({ message }) => ({
          message: drops ? without(message, (name) => name.toLowerCase() === 'authorization') : message,
          trace: [],
        }),
      });
    expect(await route(false).handle?.(ask)).toMatchObject({
      status: 200,
      content: { principal: 'ada', tea: 'hot' },
    });
    const refused = await route(true).handle?.(ask);
    expect(refused).toMatchObject({ status: 401 });
    expect(refused?.fields).toEqual([['WWW-Authenticate', 'Basic realm="lobby", charset="UTF-8"']]);
  });

  it('may answer by itself, or change the answer on its way back', async () => {
    const gateway = inFront({ resource, content: {}, hop: async () => ({ status: 511 }) });
    expect(await gateway.handle?.(ask)).toEqual({ status: 511 });
    const changed = inFront({
      resource,
      content: {},
      hop: async ({ message }) => ({ message, trace: [] }),
      back: (reply) => ({ ...reply, fields: [['Age', '1']] }),
    });
    expect((await changed.handle?.(ask))?.fields).toEqual([['Age', '1']]);
  });
});

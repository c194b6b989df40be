/** A cache that many people share, in front of an application: it goes by CDN-Cache-Control (RFC 9213). */
import { type Check, passed } from '@/lib/http-auth/decision';
import { fieldValue } from '@/lib/http-auth/message';
import type { Env } from '@/lib/http-auth/scheme';
import type { Call, Reply } from './exercise';
import type { Forwarded } from './intermediary';

/** The field in which a server speaks to such a cache alone. */
export const targeted = 'CDN-Cache-Control';
/** What the shop tells it at first. */
export const careless = 'public, max-age=600';
const age = 120;

const looked: Check = {
  stage: 'syntax',
  check: 'the shared cache looks for a stored response',
  rule: 'RFC 9111 §4',
};

const until = (env: Env) => new Date(env.now().getTime() + 4 * 3_600_000);
/** What the shop tells the cache. */
export const directives = async (env: Env) => (await env.recall('directives')) ?? careless;

/** True where these directives let a shared cache keep an answer (RFC 9111 §3.5). */
export const isKept = (value: string) => !/(?:^|,)\s*(?:no-store|private)\s*(?:$|,)/i.test(value);

/** A page of whoever was here last, Grace at first: the address alone is the key under which it is stored. */
const page = (name: string) =>
  name === 'grace' ? { name, home: 'Moth Cottage', letters: 3 } : { name, home: 'Engine House', letters: 1 };

/** Answers with what is stored for the address, whoever asks, or hands the request on. */
export async function cache({ message, env }: Call): Promise<Reply | Forwarded> {
  const [value, name] = [await directives(env), (await env.recall('stored')) ?? 'grace'];
  const asksAnew = /(?:^|,)\s*no-(?:cache|store)\b/i.test(fieldValue(message, 'Cache-Control') ?? '');
  if (!isKept(value) || asksAnew) {
    const saw = asksAnew ? 'the request asks for a new one' : 'nothing is kept';
    return { message, trace: [passed(looked, saw)] };
  }
  return {
    status: 200,
    fields: [
      ['Age', String(age)],
      ['Cache-Status', `toy-cdn; hit; ttl=${600 - age}`],
      [targeted, value],
    ],
    content: { ...page(name) },
    trace: [passed(looked, `one for this address, ${age} s old; nobody was asked for a name`)],
  };
}

/** What the cache keeps of an answer on its way back. */
export async function keep(reply: Reply, { env }: Call): Promise<Reply> {
  const { principal = '', ...rest } = reply.content ?? {};
  if (reply.status !== 200 || typeof principal !== 'string') return reply;
  const value = await directives(env);
  if (isKept(value)) await env.remember('stored', principal, until(env));
  const status = `toy-cdn; fwd=${isKept(value) ? 'request; stored' : 'uri-miss'}`;
  const fields = [...(reply.fields ?? []), ['Cache-Status', status] as const, [targeted, value] as const];
  return { ...reply, fields, content: { ...rest, ...page(principal) } };
}

/** Has the server tell the cache something else from now on; what was stored is not used any more. */
export async function direct(value: string, env: Env): Promise<void> {
  await env.remember('directives', value, until(env));
}

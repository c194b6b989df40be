import { type Field, fieldLines } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { apiKey } from '@/lib/http-auth/schemes/api-key/api-key';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { chainRoute, type Hop, overwritten, redirectHop, stripped } from '../middleboxes';
import { toyKey } from '../people';

const path = '/orders/';
const internal = 'X-Consumer-Key';

/** Leaves out names with an underscore and names its own host, as nginx does unless it is configured otherwise. */
const proxy: Hop = {
  name: 'proxy',
  async take(message) {
    const { message: rest, gone } = stripped(message, (name) => name.includes('_'));
    const did = gone.length ? `drops ${gone.join(', ')}: an underscore in the name` : 'drops nothing';
    return { message: overwritten(rest, ['Host', 'orders.internal']), did: `${did}, and replaces Host` };
  },
};

/** Renames the header of the key. What a client sends under the inner name is removed, so that no client skips this hop. */
const gateway: Hop = {
  name: 'gateway',
  async take(message) {
    const renames = (name: string) => name.toLowerCase() === 'api-key';
    const keys = fieldLines(message, 'Api-Key').map((value): Field => [internal, value]);
    const inner = stripped(message, (name) => name.toLowerCase() === internal.toLowerCase());
    const { message: rest } = stripped(inner.message, renames);
    const removed = inner.gone.length ? `removes the client’s ${internal}; ` : '';
    const did = keys.length
      ? `renames Api-Key to ${internal}`
      : `finds no Api-Key, which it would rename to ${internal}`;
    return { message: { ...rest, fields: [...rest.fields, ...keys] }, did: removed + did };
  },
};

export default defineExercise({
  title: 'Four hops to the application',
  task: 'Alan’s script calls /orders with his key in the header api_key, and does not get in. On the way are a redirect, a proxy and a gateway. The response lists what each hop received. Get the key to the application.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'The first hop answers by itself. Go where Location leads, then read the list from the top: where does a header go missing?',
    'The second gate got no key. One hop drops names with a certain character, and the next hop looks for a name without it.',
    'GET /orders/ with ____: the key. The gateway says which header it renames.',
  ],
  async resource(attempt) {
    const key = await toyKey(attempt, 'api key');
    const realm = 'orders';
    const schemes = [apiKey({ field: internal, keys: { [key]: { name: 'alan' } } })] as const;
    const route = chainRoute(
      async () => ({
        hops: [redirectHop([path], 308), proxy, gateway],
        resource: { realm, schemes, policy: anyone },
        serve: (_, who) => ({ status: 200, content: { principal: who, orders: ['a kettle'] } }),
      }),
      ['GET'],
    );
    return {
      realm,
      schemes,
      routes: { '/orders': route, [path]: route },
      wallet: async () => ({ key: { label: "Alan's key", value: key } }),
    };
  },
  start: (w) => get('/orders', ['api_key', w.key]),
  solution: (w) => get(path, ['Api-Key', w.key]),
  reasons: [
    'The slash avoids the redirect, the proxy passes a name with a hyphen, and the gateway renames Api-Key for the application.',
  ],
  mistakes: [
    {
      name: 'the slash, and the same header',
      draft: (w) => get(path, ['api_key', w.key]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'what-i-send-arrives',
    },
    {
      name: 'the inner name of the header',
      draft: (w) => get(path, [internal, w.key]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'an-inner-header-is-a-way-in',
    },
    {
      name: 'the name that other services use',
      draft: (w) => get(path, ['X-API-Key', w.key]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the key named in Connection',
      draft: (w) => get(path, ['Api-Key', w.key], ['Connection', 'close, Api-Key']),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'connection-is-about-the-connection-alone',
    },
    {
      name: 'the key in Authorization',
      draft: (w) => get(path, authorization(`Bearer ${w.key}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'both spellings without underscores',
      draft: (w) => get(path, ['Api-Key', w.key], ['api-key', w.key]),
      status: 400,
      fails: 'the key comes in one header line',
      misconception: 'more-is-safer',
    },
  ],
});

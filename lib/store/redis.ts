/** The store that several processes share, on Redis (6.2 or newer) or Valkey. Every key has an end. */
import { type Budget, listBudget, textBudget } from './budgets';
import { appendScript, charged, prefix, putScript } from './redis-budget';
import { type Client, openConnection } from './redis-connection';
import { listLimits, type Store } from './store';

const useKey = (id: string) => `${prefix}:use:${id}`;
const countKey = (id: string) => `${prefix}:count:${id}`;
const textKey = (id: string) => `${prefix}:text:${id}`;
const listKey = (name: string) => `${prefix}:list:${name}`;

/** Compares and sets in one step, whoever else asks meanwhile. */
const higherScript = `
local last = redis.call('GET', KEYS[1])
if last and tonumber(ARGV[1]) <= tonumber(last) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** A Store that can be ended; processes end without. */
export type RedisStore = Store & { close(): void };

/** What a single address may have; of all together, the `maxmemory` of Redis is the bound. */
const usualBudgets: { readonly lists: Budget; readonly texts: Budget } = {
  lists: listBudget,
  texts: textBudget,
};

/**
 * A store at `url` (`redis://…`, `rediss://…`). It connects in the background, and again by itself; while Redis is
 * away its methods reject with StoreUnavailable. `tell` hears once when it goes away and once when it is back.
 */
export function redisStore(
  url: string,
  tell: (sentence: string) => void = () => {},
  { lists, texts } = usualBudgets,
): RedisStore {
  let answering = true;
  const changed = (answers: boolean) => {
    if (answers === answering) return;
    answering = answers;
    tell(answers ? 'Redis is back.' : 'Redis is away: what needs it is refused until it is back.');
  };
  const commands = openConnection(url, { changed });
  const subscriptions = listening(url);

  return {
    async firstUse(id, until) {
      const set = { condition: 'NX', expiration: { type: 'PX', value: life(until) } } as const;
      return (await commands.run((client) => client.set(useKey(id), '', set))) !== null;
    },
    async higher(id, count, until) {
      const call = { keys: [countKey(id)], arguments: [String(count), String(life(until))] };
      return (await commands.run((client) => client.eval(higherScript, call))) === 1;
    },
    async put(id, text, until, owner) {
      const call = charged({ key: textKey(id), kind: 'text', owner, life: life(until) }, texts, [text]);
      await commands.run((client) => client.eval(putScript, call));
    },
    async get(id) {
      return (await commands.run((client) => client.get(textKey(id)))) ?? undefined;
    },
    async append(name, entry, owner) {
      const limits = [listLimits.entries, listLimits.octets].map(String);
      const charge = { key: listKey(name), kind: 'list', owner, life: listLimits.life } as const;
      const call = charged(charge, lists, [String(entry), ...limits]);
      await commands.run((client) => client.eval(appendScript, call));
    },
    latest: (name) => commands.run((client) => client.lRange(listKey(name), 0, listLimits.entries - 1)),
    listen: subscriptions.listen,
    check: async () => void (await commands.run((client) => client.ping())),
    close() {
      commands.close();
      subscriptions.close();
    },
  };
}

/** Listeners by channel, on a connection of their own that subscribes again whenever it is new. */
function listening(url: string): Pick<RedisStore, 'listen' | 'close'> {
  const listeners = new Map<string, Set<(entry: string) => void>>();
  const hear = (entry: string, channel: string) => {
    for (const listener of listeners.get(channel) ?? []) listener(entry);
  };
  const subscribeAll = (client: Client) => {
    if (listeners.size) client.subscribe([...listeners.keys()], hear).catch(() => {});
  };
  const connection = openConnection(url, { ready: subscribeAll });

  return {
    listen(name, listener) {
      const channel = listKey(name);
      const listenersOfChannel = listeners.get(channel) ?? new Set();
      listeners.set(channel, listenersOfChannel.add(listener));
      // Where this fails the connection is broken, and the next one subscribes to all.
      if (listenersOfChannel.size === 1)
        connection.run((client) => client.subscribe(channel, hear)).catch(() => {});
      return () => {
        listenersOfChannel.delete(listener);
        if (listenersOfChannel.size || listeners.get(channel) !== listenersOfChannel) return;
        listeners.delete(channel);
        connection.run((client) => client.unsubscribe(channel, hear)).catch(() => {});
      };
    },
    close: connection.close,
  };
}

/** Milliseconds from now, by this process's own clock; Redis knows no shorter time than one. */
function life(until: Date): number {
  return Math.max(1, Math.ceil(until.getTime() - Date.now()));
}

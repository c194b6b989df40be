/**
 * What an address may have in Redis: writing, charging and pushing out are one script each, so that processes which write
 * at the same time never exceed the budget together. The scripts name keys that they were not given: one Redis, no cluster.
 */
import type { Budget } from './budgets';

export const prefix = 'doorman';

/** Where it is written who pays for the entry at `key`, and for how many octets. */
function paidKey(key: string): string {
  return `${prefix}:paid:${key.slice(prefix.length + 1)}`;
}

/** An entry, and who pays for it: nobody where `owner` is undefined. */
export interface Charge {
  readonly key: string;
  readonly kind: 'list' | 'text';
  readonly owner: string | undefined;
  /** Milliseconds until the entry ends. */
  readonly life: number;
}

/** The call of a script that charges; `more` are the arguments of the script itself. */
export function charged({ key, kind, owner = '', life }: Charge, budget: Budget, more: readonly string[]) {
  const limits = [budget.ownerSize, budget.ownerEntries].map(String);
  return { keys: [key, paidKey(key)], arguments: [kind, owner, String(life), ...limits, ...more] };
}

/**
 * An account is three keys: the entries by the time at which they were written, the same by the time at which they end,
 * and their sizes, with the sum under the empty name. Entries that have ended are taken off before any other goes.
 */
const accounts = `
local entry, paid = KEYS[1], KEYS[2]
local kind, owner, life = ARGV[1], ARGV[2], tonumber(ARGV[3])
local most, entries = tonumber(ARGV[4]), tonumber(ARGV[5])
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]

local function account(name)
  local base = '${prefix}:account:' .. kind .. ':' .. name
  return base .. ':written', base .. ':ends', base .. ':sizes'
end

local function payment(key)
  local size, payer = string.match(redis.call('GET', key) or '', '^(%d+) (.*)$')
  return tonumber(size), payer
end

local function discharge(name, key)
  local written, ends, sizes = account(name)
  local size = redis.call('HGET', sizes, key)
  if size then
    redis.call('HDEL', sizes, key)
    redis.call('HINCRBY', sizes, '', -size)
  end
  redis.call('ZREM', written, key)
  redis.call('ZREM', ends, key)
end

local function charge(size)
  local _, payer = payment(paid)
  if payer and payer ~= '' then discharge(payer, entry) end
  redis.call('SET', paid, size .. ' ' .. owner, 'PX', life)
  if owner == '' then return end
  local written, ends, sizes = account(owner)
  redis.call('HSET', sizes, entry, size)
  redis.call('HINCRBY', sizes, '', size)
  redis.call('ZADD', written, now, entry)
  redis.call('ZADD', ends, now + life * 1000, entry)
  for _, key in ipairs(redis.call('ZRANGEBYSCORE', ends, '-inf', now)) do discharge(owner, key) end
  local function isOver()
    return tonumber(redis.call('HGET', sizes, '')) > most or redis.call('ZCARD', written) > entries
  end
  while isOver() do
    local first, second = unpack(redis.call('ZRANGE', written, 0, 1))
    local oldest = first == entry and second or first
    if not oldest or oldest == entry then
      -- Nothing else is left. What the sum has besides was counted for a key of the account that Redis has dropped.
      redis.call('DEL', sizes)
      redis.call('HSET', sizes, entry, size, '', size)
      break
    end
    local its = '${prefix}:paid:' .. string.sub(oldest, ${prefix.length + 2})
    local _, whose = payment(its)
    if whose == owner then redis.call('UNLINK', oldest, its) end
    discharge(owner, oldest)
  end
  for _, key in ipairs({ written, ends, sizes }) do
    if redis.call('PTTL', key) < life then redis.call('PEXPIRE', key, life) end
  end
end
`;

/** Sets a text. Its own argument: the text. */
export const putScript = `${accounts}
redis.call('SET', entry, ARGV[6], 'PX', life)
charge(#entry + #ARGV[6])`;

/** Puts an entry at the head of a list and tells its listeners. Its own: the entry, and how many entries and octets stay. */
export const appendScript = `${accounts}
local size = payment(paid)
if redis.call('EXISTS', entry) == 0 then
  size = #entry
elseif not size then
  size = #entry
  for _, old in ipairs(redis.call('LRANGE', entry, 0, -1)) do size = size + #old end
end
size = size + #ARGV[6]
local length = redis.call('LPUSH', entry, ARGV[6])
while length > 1 and (length > tonumber(ARGV[7]) or size > tonumber(ARGV[8])) do
  size = size - #redis.call('RPOP', entry)
  length = length - 1
end
redis.call('PEXPIRE', entry, life)
charge(size)
redis.call('PUBLISH', entry, ARGV[6])`;

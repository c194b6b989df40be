/** Whether the marks that a cause names are there. */
import type { Finding } from './finding';
import { type Folded, fold } from './fold';
import type { FieldSign, Sign } from './knowledge';
import { includesFolded, includesText } from './literal';
import { addressOf, type GoodReading, type ReadExchange, type ReadField, valuesOf } from './reading';

type Message = { readonly fields: readonly ReadField[]; readonly whole: boolean } | undefined;

/** True where every mark of `sign` is there in the exchange at `index`. */
export function signStands(
  sign: Sign,
  reading: GoodReading,
  index: number,
  findings: readonly Finding[],
): boolean {
  const exchange = reading.exchanges[index];
  const marks = [sign.status, sign.method, sign.request, sign.response, sign.body, sign.host, sign.before];
  if (sign.find && !findings.some(({ check, exchange: at }) => check === sign.find && at === index))
    return false;
  if (marks.every((mark) => mark === undefined)) return sign.find !== undefined;
  if (!exchange) return false;
  return (
    statusFits(sign, exchange, reading) &&
    (!sign.method || (exchange.request !== undefined && sign.method.includes(exchange.request.method))) &&
    (sign.request ?? []).every((field) => fieldFits(field, exchange.request)) &&
    (sign.response ?? []).every((field) => fieldFits(field, exchange.response)) &&
    (!sign.body || includesFolded(bodyOf(exchange), sign.body)) &&
    (!sign.host || hostFits(sign.host, exchange)) &&
    (!sign.before || cameBefore(sign.before, reading, index))
  );
}

const bodies = new WeakMap<ReadExchange, Folded>();

/** The body as it is compared, made once for all signs. */
function bodyOf(exchange: ReadExchange): Folded {
  const made = bodies.get(exchange) ?? fold(exchange.response?.body ?? '');
  bodies.set(exchange, made);
  return made;
}

/** The status of the response; where only the request was pasted, that which the text beside it names. */
function statusFits({ status }: Sign, { response }: ReadExchange, { statuses }: GoodReading): boolean {
  if (!status) return true;
  const shown = response?.status ?? (statuses.length === 1 ? statuses[0] : undefined);
  return shown !== undefined && status.includes(shown);
}

function hostFits(host: string, { request }: ReadExchange): boolean {
  const url = addressOf(request);
  return url !== undefined && includesText(`.${url.host}`, host);
}

/** A header that is missing is so only where every header can be seen. */
function fieldFits({ name, present = true, value }: FieldSign, message: Message): boolean {
  const lines = valuesOf(message, name);
  if (!present) return message?.whole === true && lines.length === 0;
  return value === undefined ? lines.length > 0 : lines.some((line) => valueFits(line.value, value));
}

const valueFits = (value: string, pattern: string) =>
  pattern.length < 4 ? value.trim().toLowerCase() === pattern.toLowerCase() : includesText(value, pattern);

function cameBefore(before: NonNullable<Sign['before']>, reading: GoodReading, index: number): boolean {
  const earlier = reading.exchanges[index - 1];
  if (!earlier) return false;
  if (before === 'preflight') return earlier.request?.method === 'OPTIONS';
  const location = valuesOf(earlier.response, 'Location')[0];
  const status = earlier.response?.status ?? 0;
  if (!location || status < 300 || status > 399) return false;
  if (before === 'redirect') return true;
  const from = addressOf(earlier.request);
  try {
    return from !== undefined && new URL(location.value, from).origin !== from.origin;
  } catch {
    return false;
  }
}

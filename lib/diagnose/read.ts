/** Reads whatever somebody pastes: exchanges, headers, tokens and errors, whatever stands around them. */
import { clean } from './clean';
import { commandsIn } from './command';
import { errorBody, errorsIn } from './error-body';
import { isHar, readHar } from './har';
import { loneValue, readLoose } from './loose';
import { lonePage } from './page';
import { readPython } from './python-debug';
import type { ErrorBody, Form, GoodReading, ReadExchange, Reading, ReadRequest, Span } from './reading';
import { tokensIn } from './tokens';
import { readTranscript } from './transcript';

/** Loose text beyond this is looked through for literal texts alone. */
const mostLoose = 2_000_000;

/** What `pasted` holds. Never throws; what cannot be read is said in a sentence. */
export function read(pasted: string): Reading {
  const cleaned = clean(pasted);
  if (!cleaned.ok) return cleaned;
  if (isHar(cleaned.text)) return readHarText(cleaned.text);
  const text = readPython(cleaned.text) ?? cleaned.text;
  const { exchanges, loose } = readTranscript(text);
  const lone = exchanges.length ? undefined : (loneValue(text) ?? lonePage(text));
  const commands = lone ? [] : commandsIn(text);
  const outside = without(loose, commands);
  const near = withinBudget(outside);
  const scattered =
    lone && lone.form !== 'HTML page' ? { exchanges: [], statuses: [] } : readLoose(text, near);
  const all = lone ? [lone] : joined(exchanges, commands, scattered.exchanges);
  const errors = [
    ...all.flatMap((exchange) => bodyErrors(exchange)),
    ...near.flatMap(({ start, end }) => errorsIn(text, start, end)),
  ].slice(0, 20);
  const tokens = tokensIn(text.slice(0, mostLoose));
  return {
    ok: true,
    text,
    forms: formsOf(all, errors, tokens.length, text),
    exchanges: withStatuses(all, errors),
    errors,
    tokens,
    statuses: [...new Set([...scattered.statuses, ...errors.flatMap(({ status }) => status ?? [])])],
    notes: [],
  };
}

function readHarText(source: string): GoodReading {
  const { text, exchanges, notes } = readHar(source);
  return {
    ok: true,
    text,
    forms: ['HAR'],
    exchanges,
    errors: exchanges.flatMap((exchange) => bodyErrors(exchange)),
    tokens: tokensIn(text),
    statuses: [],
    notes: exchanges.length ? notes : [...notes, 'No exchange in this HAR was refused.'],
  };
}

/** The spans without the commands that stand in them. */
function without(spans: readonly Span[], cuts: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const parts: Span[] = [];
    let start = span.start;
    for (const cut of cuts) {
      if (cut.end <= start || cut.start >= span.end) continue;
      if (cut.start > start) parts.push({ start, end: cut.start });
      start = cut.end;
    }
    if (start < span.end) parts.push({ start, end: span.end });
    return parts;
  });
}

function withinBudget(spans: readonly Span[]): Span[] {
  let left = mostLoose;
  return spans.flatMap(({ start, end }) => {
    if (left <= 0) return [];
    const part = { start, end: Math.min(end, start + left) };
    left -= part.end - part.start;
    return [part];
  });
}

function bodyErrors({ response }: ReadExchange): ErrorBody[] {
  const error = response?.body ? errorBody(response.body, response.bodySpan?.start ?? 0) : undefined;
  return error ? [error] : [];
}

/** Responses without a request get that of the command before them; then what stood alone fills what is missing. */
function joined(
  exchanges: readonly ReadExchange[],
  commands: readonly { form: Form; request: ReadRequest; follows: boolean; start: number }[],
  scattered: readonly ReadExchange[],
): ReadExchange[] {
  const used = new Set<number>();
  const withCommands = exchanges.map((exchange, index): ReadExchange => {
    const place = exchange.response?.start ?? exchange.request?.start ?? 0;
    const at = commands.findLastIndex((command) => command.start < place);
    const command = commands[at];
    if (!command) return exchange;
    if (exchange.request) {
      used.add(at);
      return exchange;
    }
    const before = exchanges[index - 1]?.response;
    const isHop = used.has(at) && before && before.status >= 300 && before.status < 400;
    if (used.has(at) && !isHop) return exchange;
    used.add(at);
    if (!isHop) return { ...exchange, request: command.request };
    const location = before.fields.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '';
    return {
      ...exchange,
      request: { ...command.request, url: resolved(location, command.request.url), fields: [] },
    };
  });
  const rest = commands.filter((_, index) => !used.has(index));
  const lonely = rest.map(({ form, request }): ReadExchange => ({ form, request }));
  return fill([...withCommands, ...lonely], scattered);
}

function resolved(location: string, base: string): string {
  try {
    return new URL(location, base).href;
  } catch {
    return location;
  }
}

/** Joins a lone request with a lone response; other scattered pieces stand for themselves. */
function fill(exchanges: readonly ReadExchange[], scattered: readonly ReadExchange[]): ReadExchange[] {
  const result = [...exchanges];
  for (const piece of scattered) {
    const at = result.findLastIndex(
      ({ request, response }) =>
        (!request && piece.request && !piece.response) || (!response && piece.response && !piece.request),
    );
    const target = result[at];
    const only = result[0];
    if (target) result[at] = { ...target, ...piece, form: target.form };
    else if (
      result.length === 1 &&
      only?.response === undefined &&
      piece.response &&
      only?.request &&
      piece.request
    ) {
      const fields = [...only.request.fields, ...piece.request.fields];
      result[0] = { form: only.form, request: { ...only.request, fields }, response: piece.response };
    } else result.push(piece);
  }
  return result;
}

/** A response that says no status, or a request without a response, takes the one that its error body names. */
function withStatuses(exchanges: readonly ReadExchange[], errors: readonly ErrorBody[]): ReadExchange[] {
  const [status] = errors.flatMap((error) => error.status ?? []);
  const [only] = exchanges;
  if (status === undefined || exchanges.length !== 1 || !only || only.response) return [...exchanges];
  const [error] = errors;
  const span = { start: error?.start ?? 0, end: error?.end ?? 0 };
  return [{ ...only, response: { status, reason: '', fields: [], body: '', whole: false, ...span } }];
}

function formsOf(
  exchanges: readonly ReadExchange[],
  errors: readonly ErrorBody[],
  tokens: number,
  text: string,
): Form[] {
  const forms = new Set<Form>(exchanges.map(({ form }) => form));
  for (const { dialect } of errors) forms.add(dialect === 'AWS XML' ? 'XML error' : 'JSON error');
  if (/<html|<!doctype html/i.test(text.slice(0, 200_000))) forms.add('HTML page');
  if (tokens && !forms.size) forms.add('token');
  if (!forms.size) forms.add('message');
  return [...forms];
}

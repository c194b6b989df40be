/** What a paste shows: what is certain, what is likely and how to prove it, what is not known, and what to ask. */
import type { Rule } from '@/lib/http-auth/rule';
import type { Finding } from './finding';
import { findingsIn } from './findings';
import type { CauseKnowledge, CheckName } from './knowledge';
import { fillCommand } from './proof';
import { type Ask, bestQuestion } from './question';
import { type Knowledge, type Ranked, rank } from './rank';
import { fieldOf, type GoodReading, type Reading } from './reading';
import { type Excerpt, excerpt, type ShownExchange, shownExchange } from './show';
import { stackIn, stackNamed } from './stack';
import { unknownIn } from './unknown';

export interface Certain {
  readonly check: CheckName;
  readonly statement: string;
  readonly evidence: Excerpt;
  readonly rule?: Rule;
}

export interface Likely {
  readonly slug: string;
  readonly title: string;
  /** Why it has this place. */
  readonly reason: string;
  readonly evidence?: Excerpt;
  /** True where a sign stands that allows for nothing else. */
  readonly isCertain: boolean;
  readonly proof: {
    readonly command: string;
    readonly look: string;
    /** What the command does besides, if it sends anything that may change something (RFC 9110 §9.2.1). */
    readonly caution?: string;
  };
  readonly fix: {
    readonly text: string;
    readonly href: `/causes/${string}#the-fix`;
    /** The stack in the paste, if the page of the cause has code for it. */
    readonly stack?: { readonly name: string; readonly title: string };
  };
  readonly exercise?: `/sandbox/${string}`;
}

export interface Diagnosis {
  /** Why nothing could be read; the rest is empty then. */
  readonly refused?: string;
  readonly forms: readonly string[];
  readonly read: readonly ShownExchange[];
  readonly certain: readonly Certain[];
  readonly likely: readonly Likely[];
  readonly unknown: readonly string[];
  readonly ask?: Ask;
  /** Titles of the causes that `ask` names. */
  readonly titles: Readonly<Record<string, string>>;
  readonly stack?: string;
  readonly notes: readonly string[];
}

const mostCertain = 8;
const mostShown = 6;

const nothing = { forms: [], read: [], certain: [], likely: [], unknown: [], titles: {}, notes: [] };

/** Diagnoses a reading by what the causes know. `now` is in milliseconds since 1970. */
export function diagnose(reading: Reading, knowledge: Knowledge, now: number): Diagnosis {
  if (!reading.ok) return { ...nothing, refused: reading.reason };
  const focus = focusOf(reading);
  const findings = findingsIn(reading, now);
  const ranked = rank(knowledge, reading, findings, focus);
  const stack = stackIn(reading.text);
  const likely = ranked.map((cause) => likelyOf(cause, reading, focus, stack));
  const ask = askOf(knowledge, reading, ranked, focus);
  return {
    forms: reading.forms,
    read: shownIn(reading, findings, focus),
    certain: certainIn(reading, findings, focus),
    likely,
    unknown: unknownIn(reading, focus, likely.length),
    titles: titlesOf(knowledge.causes, ask),
    notes: reading.notes,
    ...(ask && { ask }),
    ...(stack && { stack }),
  };
}

/** The exchange that the question is about: the last that was refused, best with 401 or 403, else the last. */
function focusOf({ exchanges }: GoodReading): number {
  const last = (statuses: readonly number[]) =>
    exchanges.findLastIndex(({ response }) => response !== undefined && statuses.includes(response.status));
  for (const statuses of [
    [401, 403, 407, 419],
    [0, 400, 404, 421, 422, 429, 431, 451],
  ]) {
    const at = last(statuses);
    if (at >= 0) return at;
  }
  return exchanges.length - 1;
}

/** Something before the application has answered: no gate of it was asked. */
const elsewhere = ['block-page', 'preflight-refused', 'cached-refusal'];

function shownIn(reading: GoodReading, findings: readonly Finding[], focus: number): ShownExchange[] {
  const first = Math.max(0, Math.min(focus - mostShown + 2, reading.exchanges.length - mostShown));
  return reading.exchanges.slice(first, first + mostShown).map((exchange, index) => {
    const isElsewhere = findings.some(
      ({ check, exchange: at, statement }) =>
        at === first + index && statement !== '' && elsewhere.includes(check),
    );
    return shownExchange(exchange, isElsewhere);
  });
}

/** Statements about the exchange in question first. */
function certainIn(reading: GoodReading, findings: readonly Finding[], focus: number): Certain[] {
  const said = findings.filter(({ statement }) => statement !== '');
  const ordered = [...said].sort((a, b) => Number(b.exchange === focus) - Number(a.exchange === focus));
  return ordered.slice(0, mostCertain).map(({ check, statement, span, rule }) => ({
    check,
    statement,
    evidence: excerpt(reading.text, span),
    ...(rule && { rule }),
  }));
}

function likelyOf(
  { cause, reasons, span, isCertain }: Ranked,
  reading: GoodReading,
  focus: number,
  stack: string | undefined,
): Likely {
  const { slug, title, inShort, exercise, proof } = cause;
  const exchange = reading.exchanges[focus];
  const command = fillCommand(proof?.command ?? '{request}', exchange, reading.exchanges[focus - 1]);
  return {
    slug,
    title,
    isCertain,
    reason: reasons.slice(0, 2).join(' '),
    proof: { command, look: proof?.look ?? inShort.check, ...cautionOf(command) },
    fix: { text: inShort.fix, href: `/causes/${slug}#the-fix`, ...stackOf(cause, stack) },
    ...(span && { evidence: excerpt(reading.text, span) }),
    ...(exercise && { exercise: `/sandbox/${exercise.slug}` }),
  };
}

function stackOf({ stacks = [] }: CauseKnowledge, title: string | undefined) {
  const name = title && stackNamed(title);
  return title && name && stacks.includes(name) ? { stack: { name, title } } : {};
}

function cautionOf(command: string): { caution?: string } {
  const named = /\bcurl\b.* -X (POST|PUT|PATCH|DELETE)\b/.exec(command)?.[1];
  const method = named ?? (/\bcurl\b.* (?:-d|--data\S*) /.test(command) ? 'POST' : undefined);
  return method ? { caution: `This sends the ${method} once more: if it is accepted, it takes effect.` } : {};
}

function askOf(
  { causes }: Knowledge,
  reading: GoodReading,
  ranked: readonly Ranked[],
  focus: number,
): Ask | undefined {
  const response = reading.exchanges[focus]?.response;
  const seen = response?.status ? [response.status] : reading.statuses;
  const [first, second] = ranked;
  if (first && (first.isCertain || first.weight > 2 * (second?.weight ?? 0))) return undefined;
  const left =
    ranked.length > 1
      ? ranked.map(({ cause }) => cause)
      : causes.filter(({ statuses }) => !seen.length || statuses.some((status) => seen.includes(status)));
  const hasChallenge = fieldOf(response, 'WWW-Authenticate') !== undefined;
  return bestQuestion(left, { status: seen.length > 0, challenge: hasChallenge || response?.whole === true });
}

function titlesOf(causes: readonly CauseKnowledge[], ask: Ask | undefined): Record<string, string> {
  const slugs = new Set(ask?.options.flatMap(({ slugs }) => slugs) ?? []);
  return Object.fromEntries(
    causes.filter(({ slug }) => slugs.has(slug)).map(({ slug, title }) => [slug, title]),
  );
}

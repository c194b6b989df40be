/** The texts that stacks were recorded to print, each with the cause that its question shows. */
import { param } from '@/lib/http-auth/grammar';
import { challenges } from './departure-check';
import { bodyTexts, type RecordedResponse } from './message';
import { listRecords, questions, type StackRecord, type Variant } from './record';

export interface RecordedText {
  readonly text: string;
  readonly cause: string;
  /** Who prints it: name, title and version of each stack. */
  readonly stacks: readonly { readonly name: string; readonly title: string; readonly version: string }[];
}

const misreadBearer = 'bearer-missing-or-doubled';

/** What a refusal shows, by question and status. What may have several reasons, such as a wrong password, shows none. */
const shown: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  nothing: { 401: 'credentials-not-sent', 403: 'anonymous-gets-403', 407: 'proxy-407' },
  'unknown-scheme': { 401: misreadBearer, 407: 'proxy-407' },
  'malformed-bearer': { 400: misreadBearer, 401: misreadBearer },
  'doubled-scheme': { 400: misreadBearer, 401: misreadBearer, 403: misreadBearer },
  'expired-token': { 401: 'expired-token' },
  'wrong-audience': { 401: 'wrong-audience-or-issuer' },
  'not-allowed': { 403: 'scope-or-role-too-small' },
  csrf: { 400: 'csrf-token-missing', 403: 'csrf-token-missing', 422: 'csrf-token-missing' },
};

/** The distinctive texts of all records, in their order. */
export function recordedTexts(records: readonly StackRecord[] = listRecords()): RecordedText[] {
  const texts = new Map<string, RecordedText>();
  for (const record of records) {
    const { name, title } = record;
    // What is configured as we advise prints the words of our programs.
    const variants = record.variants.filter(({ id }) => id !== 'configured');
    for (const { text, cause } of variants.flatMap((variant) => textsOf(record, variant))) {
      const key = `${cause} ${text.toLowerCase()}`;
      const stacks = texts.get(key)?.stacks ?? [];
      if (stacks.some((stack) => stack.name === name)) continue;
      texts.set(key, { text, cause, stacks: [...stacks, { name, title, version: versionOf(record) }] });
    }
  }
  return [...texts.values()];
}

function textsOf(record: StackRecord, variant: Variant): { text: string; cause: string }[] {
  const answers = questions.flatMap(({ id }) => {
    const answer = variant.answers[id];
    return answer && 'response' in answer ? [{ id, response: answer.response }] : [];
  });
  const printed = answers.map(({ response }) => new Set(textsIn(response)));
  return [...new Set(printed.flatMap((texts) => [...texts]))].flatMap((text) => {
    const places = answers.filter((_, index) => printed[index]?.has(text));
    const cause = causeOf(places);
    const isOfStack = !Object.values(record.program).some((source) => source.includes(text));
    return cause && isOfStack && isDistinctive(text) ? [{ text, cause }] : [];
  });
}

/** The cause that all the answers with a text show. What comes if nothing was sent is the reason to look at first. */
function causeOf(places: readonly { id: string; response: RecordedResponse }[]): string | undefined {
  const statuses = new Set(places.map(({ response }) => response.status));
  const causes = places.flatMap(({ id, response }) => shown[id]?.[response.status] ?? []);
  if (statuses.size > 1 || !causes.length) return undefined;
  return places.some(({ id }) => id === 'nothing') || new Set(causes).size === 1 ? causes[0] : undefined;
}

/** Texts of the body, and what a challenge says of the error. Of a long text its first sentence. */
function textsIn(response: RecordedResponse): string[] {
  const described = (challenges(response) ?? []).flatMap(
    (challenge) => param(challenge, 'error_description') ?? [],
  );
  return [...bodyTexts(response), ...described].map((text) =>
    text.length > mostLetters ? text.replace(/(?<=[a-z]\.) .*$/, '') : text,
  );
}

const mostLetters = 180;
/** What any server may say. */
const common =
  /^(?:(?:http|error|status|code|\d{3})\W*)*(?:unauthori[sz]ed|forbidden(?: resource)?|access denied|bad request|authorization required|proxy authentication required)\W*$/i;
/** What belongs to one request. */
const ofRequest = /\/private|\/admin|\/nothing-here|stacks\.example|https?:|webmaster|\d\d:\d\d:\d\d/;

/** A code, or a sentence of three words or more, which says the same in each request. */
function isDistinctive(text: string): boolean {
  const isCode = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){2,}$/.test(text);
  const isSentence = text.split(/\s+/).length >= 3;
  return (isCode || isSentence) && text.length <= mostLetters && !common.test(text) && !ofRequest.test(text);
}

/** The version of the package that is named first, without what Debian adds. */
function versionOf({ versions }: StackRecord): string {
  const [version = ''] = Object.values(versions);
  return /^(?:\d+:)?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? version;
}

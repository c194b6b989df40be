/** Orders the causes by what speaks for each, with the reason for its place. */
import { type CueIndex, type Cues, cuesIn, indexCues, sentCredentials, symptomsOf } from './cues';
import type { Finding } from './finding';
import { fold } from './fold';
import type { CauseKnowledge, Saying } from './knowledge';
import { findTexts, type Hit, indexTexts, type TextIndex } from './literal';
import { signStands } from './match-sign';
import type { GoodReading, Span } from './reading';
import { type Indexes, indexExamples, indexWords, type WordsFit, wordsFit } from './words-fit';

export interface Ranked {
  readonly cause: CauseKnowledge;
  readonly weight: number;
  /** The strongest sentence first. */
  readonly reasons: readonly string[];
  readonly span?: Span;
  /** True where a sign stands that allows for nothing else. */
  readonly isCertain: boolean;
}

/** All texts of all causes, made once. */
export interface Knowledge extends Indexes {
  readonly causes: readonly CauseKnowledge[];
  readonly texts: TextIndex;
  readonly cues: CueIndex;
  readonly owners: readonly { readonly cause: number; readonly saying: Saying }[];
}

/** Makes ready what the causes know, and what people mention, for many diagnoses. */
export function prepare(causes: readonly CauseKnowledge[], cues: Cues = {}): Knowledge {
  const owners = causes.flatMap((cause, index) =>
    (cause.says ?? []).map((saying) => ({ cause: index, saying })),
  );
  return {
    causes,
    owners,
    texts: indexTexts(owners.map(({ saying }) => saying.text)),
    cues: indexCues(cues),
    words: indexWords(causes),
    examples: indexExamples(causes),
  };
}

interface Voice {
  readonly kind: 'text' | 'sign' | 'symptom';
  readonly cause: number;
  readonly weight: number;
  readonly reason: string;
  readonly span?: Span;
  readonly isCertain?: boolean;
}

const signWeight = { certain: 18, likely: 9.5 } as const;
const symptomWeight = { each: 0.5, most: 3 } as const;
/** What speaks for a cause after its strongest voice of the kind counts in part. */
const further = { text: 0.84, sign: 0.35, symptom: 1 } as const;
const statusFit = { same: 1.5, other: -1.5 } as const;
const most = 5;
/** What has less than this part of the first one's weight is not named. */
const leastPart = 0.3;
/** The same where nothing but words speaks for it: beside a sign or a text of a tool they are often chance. */
const leastPartOfWords = 0.5;
/** Less than this is no ground for naming a cause; where the text is about a refusal, less is enough. */
const least = { elsewhere: 14, refusal: 5 } as const;
const isRefusal =
  /\b(?:40[1379]|419|unauthori[sz]ed|forbidden|denied|refused|authenticat\w+|cors|csrf|log ?in|logged (?:in|out)|sign(?:ed)? (?:in|out)|tokens?|password|permissions?)\b/i;
/** A sign may stand this many exchanges before the one in question. */
const before = 5;

/** The causes that something speaks for, the likeliest first. */
export function rank(
  knowledge: Knowledge,
  reading: GoodReading,
  findings: readonly Finding[],
  focus: number,
): Ranked[] {
  const { causes } = knowledge;
  const present = cuesIn(knowledge.cues, reading, focus);
  const voices = [
    ...textVoices(knowledge, reading),
    ...signVoices(knowledge, reading, findings, focus),
    ...symptomVoices(knowledge, present),
  ];
  const words = wordsFit(knowledge, causes.length, reading.text, present);
  const ground = isRefusal.test(reading.text.slice(0, 6000)) ? least.refusal : least.elsewhere;
  const fits = causes.map((cause, index) => {
    const strong = voices.filter((voice) => voice.cause === index).sort((a, b) => b.weight - a.weight);
    const word = words[index];
    const spoken = weightOf(strong);
    const lexical = word?.weight ?? 0;
    const weight =
      spoken +
      lexical +
      (word?.examples ?? 0) +
      statusWeight(cause, reading, focus) +
      challengeWeight(cause, reading, focus) +
      sentWeight(cause, reading, focus, strong, present);
    const reasons = [...new Set(reasonsOf(strong))];
    const [first] = strong;
    return {
      cause,
      weight,
      reasons,
      words: strong.length ? undefined : word,
      isCertain: strong.some(({ isCertain }) => isCertain === true),
      speaks: spoken > 0 || lexical >= ground,
      leastPart: strong.length ? leastPart : leastPartOfWords,
      ...(first?.span && { span: first.span }),
    };
  });
  return fits
    .filter(
      ({ weight, speaks, reasons, words }) => speaks && weight > 0 && (reasons.length || words?.hasTerms),
    )
    .sort((a, b) => b.weight - a.weight)
    .filter(({ weight, leastPart }, _place, all) => weight >= (all[0]?.weight ?? 0) * leastPart)
    .slice(0, most)
    .map(({ speaks: _speaks, leastPart: _leastPart, words, ...ranked }) =>
      words ? { ...ranked, reasons: [wordsReason(words)] } : ranked,
    );
}

/** The sentence for a cause that nothing but words speaks for. */
function wordsReason({ terms }: WordsFit): string {
  const quoted = terms().map((term) => `“${term}”`);
  return `The words ${quoted.join(', ')} fit it. This is the only sign, so it is a weak one.`;
}

/** The voices for a cause as one weight: of each kind the strongest counts whole. */
function weightOf(strong: readonly Voice[]): number {
  const heard = new Set<Voice['kind']>();
  return strong.reduce((sum, { kind, weight }) => {
    const part = heard.has(kind) ? further[kind] : 1;
    heard.add(kind);
    return sum + weight * part;
  }, 0);
}

/** A text weighs by what it has to tell: its letters, or a code in it; where several causes share it, less. */
function textVoices({ owners, texts, causes }: Knowledge, reading: GoodReading): Voice[] {
  const hits = findTexts(texts, fold(reading.text));
  const sharers = new Map<string, Set<number>>();
  for (const { index } of hits) {
    const owner = owners[index];
    if (!owner) continue;
    const key = owner.saying.text.toLowerCase();
    sharers.set(key, (sharers.get(key) ?? new Set()).add(owner.cause));
  }
  const voices: Voice[] = [];
  for (const hit of hits) {
    const owner = owners[hit.index];
    if (!owner || !causes[owner.cause]) continue;
    const { text, tool } = owner.saying;
    const shared = sharers.get(text.toLowerCase())?.size ?? 1;
    const covered = hits.some((other) => covers(other, hit) && owners[other.index]?.cause !== owner.cause);
    const weight =
      (textWeight(text) / Math.sqrt(shared)) * (covered ? 0.35 : 1) * (owner.saying.shared ? 0.8 : 1);
    if (voices.some((voice) => voice.cause === owner.cause && voice.reason.includes(`“${text}”`))) continue;
    voices.push({
      kind: 'text',
      cause: owner.cause,
      weight,
      reason: `The text “${text}” comes from ${tool}.`,
      span: hit,
    });
  }
  return voices;
}

/** The strongest sign and the strongest text: more would say the same again. */
function reasonsOf(voices: readonly Voice[]): string[] {
  const [first] = voices;
  const other = voices.find(({ kind }) => kind !== first?.kind);
  return [first, other].flatMap((voice) => voice?.reason ?? []);
}

const covers = (a: Hit, b: Hit) => a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start;

/** What clients of any server write around the status that they got. */
const aroundStatus =
  /\b(?:request|failed|with|status|code|client|error|for|url|the|remote|server|returned|an|unauthorized|forbidden|response|does|not|indicate|success|http|requested)\b/gi;
const isStatusAlone = (text: string) =>
  /\b40[13]\b/.test(text) && !/[a-z]/i.test(text.replace(aroundStatus, ''));

/** Longer texts say more; a word with a digit or an inner capital, such as IDX10223, is a code and says most. */
function textWeight(text: string): number {
  // A challenge or a status alone says what kind of refusal it is, and seldom why.
  if (/^(?:www-authenticate: )?(?:bearer )?error=/i.test(text) || isStatusAlone(text)) return 3;
  const letters = text.replace(/[\s…]/g, '').length;
  const byLength = letters < 8 ? 3 : letters < 13 ? 5 : letters < 20 ? 7.5 : letters < 32 ? 9.5 : 11;
  const isCode =
    /\b(?=[A-Za-z]*\d)[A-Za-z]{2,}[-_]?\d{3,}\b|\b[a-z]+_[a-z_]+\b|\b[A-Z][a-z]+(?:[A-Z][a-z]+){1,}\b/.test(
      text,
    );
  const words = text.split(/\s+/).length;
  return isCode ? Math.max(byLength, 8.5) : byLength + (words > 2 ? 1.5 : 0);
}

/** What people mention tells more the rarer it is, and the more of it comes together. */
function symptomVoices({ causes, cues }: Knowledge, present: ReadonlySet<string>): Voice[] {
  return causes.flatMap((cause, index) =>
    symptomsOf(cause, cues, present).map(({ telling, reason }): Voice => {
      const weight = Math.min(symptomWeight.most, symptomWeight.each * telling);
      return { kind: 'symptom', cause: index, weight, reason };
    }),
  );
}

function signVoices(
  { causes }: Knowledge,
  reading: GoodReading,
  findings: readonly Finding[],
  focus: number,
): Voice[] {
  return causes.flatMap((cause, index) =>
    (cause.signs ?? []).flatMap((sign): Voice[] => {
      const places = placesOf(reading, focus);
      const at =
        places.includes(focus) && signStands(sign, reading, focus, findings)
          ? focus
          : places.findLast((place) => signStands(sign, reading, place, findings));
      if (at === undefined) return [];
      const marks =
        [sign.status, sign.method, sign.body, sign.host, sign.before].filter(Boolean).length +
        (sign.request?.length ?? 0) +
        (sign.response?.length ?? 0);
      const base = signWeight[sign.strength] + Math.min(2, 0.5 * marks);
      const finding = findings.find(({ check, exchange }) => check === sign.find && exchange === at);
      const weight = at === focus ? base : base * 0.7;
      const isCertain = sign.strength === 'certain';
      return [
        {
          kind: 'sign',
          cause: index,
          weight,
          reason: sign.reason,
          isCertain,
          ...(finding && { span: finding.span }),
        },
      ];
    }),
  );
}

/** The exchanges that a sign is looked for in: the one in question and some before it. */
function placesOf({ exchanges }: GoodReading, focus: number): number[] {
  if (!exchanges.length) return [-1];
  const first = Math.max(0, focus - before);
  return exchanges.slice(first, focus + 1).map((_, index) => first + index);
}

function statusWeight({ statuses, asks }: CauseKnowledge, reading: GoodReading, focus: number): number {
  const status = reading.exchanges[focus]?.response?.status;
  const seen = status === undefined ? reading.statuses : [status];
  if (!seen.length) return 0;
  if (seen.includes(0)) return asks.unseen ? statusFit.same : 0;
  return statuses.some((usual) => seen.includes(usual)) ? statusFit.same : statusFit.other;
}

/** Credentials that are not in the request were not sent. A sign that is met counts for more. */
function sentWeight(
  { slug }: CauseKnowledge,
  reading: GoodReading,
  focus: number,
  voices: readonly Voice[],
  present: ReadonlySet<string>,
) {
  if (slug !== 'credentials-not-sent' || voices.some(({ kind }) => kind === 'sign')) return 0;
  // A preflight carries none, whatever the page sends.
  if (reading.exchanges[focus]?.request?.method === 'OPTIONS') return -6;
  if (sentCredentials(reading, focus)) return -3;
  // Who says that the header is set seldom lacks it; somewhere on the way it was lost, or it was not understood.
  return present.has('header-set') && present.has('message-missing') && !present.has('not-sent') ? -5 : 0;
}

function challengeWeight({ asks }: CauseKnowledge, reading: GoodReading, focus: number): number {
  const response = reading.exchanges[focus]?.response;
  if (!response || response.status === 0) return 0;
  const has = response.fields.some(({ name }) => /^www-authenticate$/i.test(name));
  if (has) return asks.challenge === 'no' ? -0.7 : 0.4;
  if (!response.whole) return 0;
  // Many servers leave the challenge out, so its absence says little.
  return asks.challenge === 'yes' ? -0.2 : 0.4;
}

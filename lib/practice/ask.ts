/** A question about a situation. The right answer is what `decide` says, and nothing else knows it. */
import { type Decision, gateOf, type Stage, type Step, stages } from '@/lib/http-auth/decision';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { mattering } from '@/lib/quiz/build';
import type { BuildQuestion, ChooseQuestion, GivenTo, Option } from '@/lib/quiz/question';
import type { Reason } from './client/rules';
import { type Subject, viewOf } from './client/view';
import { challengeText, distractorsFor, essential, type Reply } from './distractors';
import type { Level } from './family';
import { type Draw, drawFrom } from './random';
import { decideAt } from './resource';
import {
  type ClientSituation,
  isServer,
  type ServerSituation,
  type Situation,
  situationName,
} from './situation';
import { decidingStep, stopOf, whyNotGate, whyNotStatus, whyRight } from './why';

/** `answer` chooses among whole replies; `build` chooses the status and types the challenge. */
type AskedFor = 'gate' | 'status' | 'answer' | 'build';

export interface ServerAsked {
  readonly situation: ServerSituation;
  readonly for: AskedFor;
  readonly question: ChooseQuestion | BuildQuestion;
  /** What the server sends: the status and each of its challenges. */
  readonly reply: { readonly status: number; readonly challenges: readonly string[] };
  readonly trace: readonly Step[];
}

/** A question about what a client does; `reasons` are the sentences that decide it. */
export interface ClientAsked {
  readonly situation: ClientSituation;
  readonly for: Subject;
  readonly question: ChooseQuestion;
  readonly reasons: readonly Reason[];
}

export type Asked = ServerAsked | ClientAsked;

/** What a learner answers in the practice. */
export type PracticeGiven = GivenTo<Asked['question']>;

/** True where the question is what a server answers. */
export function isServerAsked(asked: Asked): asked is ServerAsked {
  return isServer(asked.situation);
}

export const reasons = [
  [200, 'OK'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
] as const;

/** Asks about `situation`: always the same question, since it too is drawn from the seed. */
export async function askAbout(situation: Situation): Promise<Asked> {
  return isServer(situation) ? askServer(situation) : askClient(situation);
}

async function askServer(situation: ServerSituation): Promise<ServerAsked> {
  const { resource, request } = situation;
  const draw = drawFrom(`question ${situationName(situation)}`);
  const decision = await decideAt(resource, request);
  const kind = kindFor(draw, situation, decision);
  const challenges = 'challenges' in decision ? decision.challenges : [];
  const { rule } = decidingStep(decision);
  return {
    situation,
    for: kind,
    question: { ...questions[kind](draw, situation, decision), rule },
    reply: { status: decision.status, challenges: challenges.map(formatChallenge) },
    trace: decision.trace,
  };
}

/** The right choice among others, as many as at a server, in a drawn order. */
function askClient(situation: ClientSituation): ClientAsked {
  const draw = drawFrom(`question ${situationName(situation)}`);
  const { ask, choices, reasons } = viewOf(situation.exchange);
  const wrong = draw.mix(choices.filter(({ correct }) => !correct)).slice(0, lureCount);
  const right = choices.filter(({ correct }) => correct);
  const options = draw.mix([...right, ...wrong]);
  const { rule } = reasons.at(-1) ?? reasons[0];
  return {
    situation,
    for: situation.exchange.kind,
    question: { kind: 'choose', ask, rule, options },
    reasons,
  };
}

/** Of a hundred situations, how many ask for no more than a gate or a status: fewer where that would be a good guess. */
const plainShare: Readonly<Record<Level, Readonly<Record<number, number>>>> = {
  1: {},
  2: { 200: 42, 400: 80, 401: 34, 403: 42 },
  3: { 200: 16, 400: 4, 401: 13, 403: 19, 404: 24 },
};

/** The statuses that an answer can have at a level: resources hide from level 3 on. */
function reasonsAt(level: Level) {
  return level === 3 ? reasons : reasons.filter(([status]) => status !== 404);
}

/** How many wrong answers stand beside the right one. */
const lureCount = 3;

/** A malformed request at a resource of several schemes is not asked for its challenges, since habits differ. */
function kindFor(draw: Draw, { level, resource }: ServerSituation, { status }: Decision): AskedFor {
  const isPlain = draw.chance(plainShare[level][status] ?? 100);
  if (isPlain || (status === 400 && resource.offers.length > 1)) return draw.pick(['gate', 'status']);
  // The answer without a challenge is the shortest: where it is the right one it is typed more often than chosen.
  return level === 3 && draw.chance(status === 200 ? 80 : 50) ? 'build' : 'answer';
}

type Unruled = Omit<ChooseQuestion, 'rule'> | Omit<BuildQuestion, 'rule'>;

const questions: Readonly<
  Record<AskedFor, (draw: Draw, situation: ServerSituation, decision: Decision) => Unruled>
> = {
  gate(_draw, _situation, decision) {
    const step = stopOf(decision);
    const stop = step && gateOf(step);
    const option = (gate: Stage | undefined, text: string): Option => {
      const correct = gate === stop;
      return {
        key: gate ?? 'none',
        text,
        correct,
        why: correct ? whyRight(decision) : whyNotGate(gate, stop),
      };
    };
    return {
      kind: 'choose',
      ask: 'Which gate refuses this request?',
      options: [
        ...stages.map((gate) => option(gate, gateTexts[gate])),
        option(undefined, 'None: all three gates let it pass.'),
      ],
    };
  },

  status(_draw, { level }, decision) {
    return {
      kind: 'choose',
      ask: 'With which status does the server answer?',
      options: reasonsAt(level).map(([status, reason]): Option => {
        const correct = status === decision.status;
        const why = correct ? whyRight(decision) : whyNotStatus(status, decision.status);
        return { key: String(status), text: `\`${status} ${reason}\``, correct, why };
      }),
    };
  },

  answer(draw, { resource }, decision) {
    const right = rightReply(decision);
    const distractor = draw.mix(distractorsFor(right, resource));
    const near = isNear(right);
    const size = replyText(right).length;
    // Near ones first, and as many shorter ones as drawn, so that neither length nor status tells the right one.
    const ranked = [...distractor.filter(near), ...distractor.filter((distractor) => !near(distractor))];
    const shorter = ranked.filter((distractor) => replyText(distractor).length < size);
    const longer = ranked.filter((distractor) => !shorter.includes(distractor));
    const first = shorter.slice(0, draw.number(lureCount + 1));
    const chosen = [...first, ...longer.slice(0, lureCount - first.length)];
    chosen.push(
      ...shorter.filter((distractor) => !chosen.includes(distractor)).slice(0, lureCount - chosen.length),
    );
    const options: Omit<Option, 'key'>[] = draw.mix([
      { text: replyText(right), correct: true, why: whyRight(decision) },
      ...chosen.map((distractor) => ({
        text: replyText(distractor),
        correct: false,
        why:
          distractor.status === right.status
            ? distractor.slip
            : whyNotStatus(distractor.status, right.status),
      })),
    ]);
    return {
      kind: 'choose',
      ask: 'Which response does the server give?',
      options: options.map((option, index) => ({ key: String(index), ...option })),
    };
  },

  build(_draw, _situation, decision) {
    return {
      kind: 'build',
      ask: 'You are the server. What do you answer?',
      statuses: reasons.map(([status, reason]) => {
        const correct = status === decision.status;
        const why = correct ? whyRight(decision) : whyNotStatus(status, decision.status);
        return { status, reason, correct, why };
      }),
      challenge: challengeText(rightReply(decision).challenges),
      must: mattering,
    };
  },
};

const gateTexts: Readonly<Record<Stage, string>> = {
  syntax: 'The first, syntax: the request cannot be read.',
  authentication: 'The second, authentication: nobody is recognised.',
  authorization: 'The third, authorization: the sender may not do this.',
};

function rightReply(decision: Decision): Reply {
  const challenges = 'challenges' in decision ? decision.challenges : [];
  return essential({ status: decision.status, challenges });
}

/** Distractors with the right status test the challenge, the others the gate. */
function isNear(right: Reply): (distractor: Reply) => boolean {
  return ({ status }) => status === right.status;
}

function replyText({ status, challenges }: Reply): string {
  const reason = reasons.find(([code]) => code === status)?.[1] ?? '';
  const lines = challenges.map((challenge) => `\`WWW-Authenticate: ${formatChallenge(challenge)}\``);
  return `\`${status} ${reason}\`${lines.length ? ` with ${lines.join(' and ')}` : ' without a challenge'}`;
}

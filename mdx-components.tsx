/** The only MDX map: the few names that a lesson may use, with what they need looked up while the page is built. */

import type { MDXComponents } from 'mdx/types';
import { isValidElement, type ReactNode } from 'react';
import { Handler as HandlerFigure } from '@/components/handler/Handler';
import { Base64Figure } from '@/components/lesson/Base64Figure';
import { ColumnEdge } from '@/components/lesson/ColumnEdge';
import { CompareFigure } from '@/components/lesson/CompareFigure';
import { ExchangeFigure } from '@/components/lesson/ExchangeFigure';
import { FetchAndWire as FetchAndWireFigure } from '@/components/lesson/FetchAndWire';
import { Heading } from '@/components/lesson/Heading';
import { NoteBox } from '@/components/lesson/NoteBox';
import { Prediction } from '@/components/lesson/Prediction';
import { Recording as RecordingFigure } from '@/components/lesson/Recording';
import { RuleNote } from '@/components/lesson/RuleNote';
import { Screenshot as ScreenshotFigure } from '@/components/lesson/Screenshot';
import { SequenceFigure } from '@/components/lesson/SequenceFigure';
import { Snippets as SnippetTabs } from '@/components/lesson/Snippets';
import { StepList } from '@/components/lesson/StepList';
import { TermWord } from '@/components/lesson/TermWord';
import { OfferLink } from '@/components/sandbox/OfferLink';
import { Sandbox as LiveSandbox } from '@/components/sandbox/Sandbox';
import { Inline } from '@/components/ui/Inline';
import { StatusTable } from '@/components/ui/StatusTable';
import { TableFrame } from '@/components/ui/TableFrame';
import { anchor } from '@/lib/content/anchor';
import { loadCheatSheet } from '@/lib/content/cheatsheet';
import { highlight } from '@/lib/content/highlight';
import { loadGlossary } from '@/lib/content/lessons';
import { recordingText } from '@/lib/content/pictures';
import { loadSequence, turnsOf } from '@/lib/content/sequences';
import { loadSnippets } from '@/lib/content/snippets';
import { exerciseView } from '@/lib/figures/catalog';
import { draftLink } from '@/lib/figures/draft-link';
import { figure } from '@/lib/figures/figure';
import { initialDraft } from '@/lib/figures/initial-draft';
import { runSequence } from '@/lib/figures/sequence';
import { type HandlerName, loadHandler } from '@/lib/handlers';
import type { Rule as RuleId } from '@/lib/http-auth/rule';
import { wordPath } from '@/lib/pages';

export interface SandboxProps {
  exercise: string;
  /** The slug of the lesson or cause. Its page adds this, so the text does not name it. */
  place?: string;
}

/** Where the sandbox of an exercise stands on narrow screens; beside the text on wide ones. */
export async function Sandbox({ exercise, place }: SandboxProps) {
  const view = await exerciseView(exercise);
  if (!view) throw new Error(`There is no exercise "${exercise}"`);
  if (!place)
    throw new Error(`The page that shows the sandbox of "${exercise}" does not say where it stands`);
  return (
    <div className="lesson-sandbox">
      <ColumnEdge />
      <div className="lesson-column">
        <LiveSandbox
          view={view}
          opening={await initialDraft(exercise, view.cookies)}
          layout="column"
          place={place}
        />
      </div>
    </div>
  );
}

interface ExchangeProps {
  exercise: string;
  /** `start`, `solution` or the name of a mistake. */
  draft: string;
  highlight?: string;
  caption?: string;
  only?: 'request' | 'response';
  /** Offers to load the request into the sandbox. */
  send?: boolean;
}

/** A figure that is made by running the exercise. */
async function Exchange({ exercise, draft, highlight, caption, only, send }: ExchangeProps) {
  return (
    <ExchangeFigure
      exchange={await figure(exercise, draft)}
      highlight={highlight}
      caption={caption ? <Inline text={caption} /> : null}
      only={only}
      action={
        send ? <OfferLink {...(await draftLink(exercise, draft))}>Load into the sandbox</OfferLink> : null
      }
    />
  );
}

interface SendThisProps {
  exercise: string;
  draft: string;
  children: ReactNode;
}

/** Words in the text that load a request into the sandbox. */
async function SendThis({ exercise, draft, children }: SendThisProps) {
  return <OfferLink {...(await draftLink(exercise, draft))}>{children}</OfferLink>;
}

interface CompareProps {
  exercise: string;
  first: string;
  second: string;
  /** The exercise of the second one, where it is another. */
  with?: string;
  firstTitle?: string;
  secondTitle?: string;
  caption?: string;
}

/** Two exchanges side by side, with the lines that differ marked. */
async function Compare(props: CompareProps) {
  const {
    exercise,
    first,
    second,
    with: other = exercise,
    firstTitle = first,
    secondTitle = second,
    caption,
  } = props;
  return (
    <CompareFigure
      first={await figure(exercise, first)}
      second={await figure(other, second)}
      firstTitle={<Inline text={firstTitle} />}
      secondTitle={<Inline text={secondTitle} />}
      caption={caption ? <Inline text={caption} /> : null}
    />
  );
}

interface FetchAndWireProps {
  exercise: string;
  /** Names of drafts, separated by `|`: each is a button. */
  drafts: string;
  /** One of them, to be sent once more with the mode `no-cors`. */
  opaque?: string;
  /** The calls are sent twice, with and without the browser's cookies, and a tab can set some first. */
  cookies?: boolean;
}

/** A request that the page sends to another origin: what `fetch` shows of the answer, beside what crossed the wire. */
async function FetchAndWire({ exercise, drafts, opaque, cookies = false }: FetchAndWireProps) {
  const modes = cookies ? [{ withCookies: true }, { withCookies: false }] : [{}];
  const calls = [
    ...drafts.split('|').flatMap((name) => modes.map((mode) => ({ name, mode: 'cors' as const, ...mode }))),
    ...(opaque === undefined ? [] : [{ name: opaque, mode: 'no-cors' as const }]),
  ];
  return (
    <FetchAndWireFigure
      exercise={exercise}
      setsCookies={cookies}
      calls={
        await Promise.all(
          calls.map(async (call) => ({ ...call, draft: (await draftLink(exercise, call.name)).draft })),
        )
      }
    />
  );
}

/** Code that the reader writes as the server, from lib/handlers. */
async function Handler({ name }: { name: HandlerName }) {
  const { title, minutes, start, task, uses } = await loadHandler(name);
  return (
    <HandlerFigure name={name} title={title} minutes={minutes} start={start}>
      <p className="mt-2">
        <Inline text={task} />
      </p>
      <p className="mt-3 text-sm text-soft">Your code can use:</p>
      <ul className="mt-1 text-sm text-soft">
        {[...uses, ...requestParts].map((text) => (
          <li key={text}>
            <Inline text={text} />
          </li>
        ))}
      </ul>
    </HandlerFigure>
  );
}

/** What every request of a handler has. */
const requestParts = [
  '`request.method`, `request.path`, `request.header(name)`; `request.headers`, a list of `[name, value]`, where a name may come twice',
  '`console.log`: what it prints stands beside the answer',
];

/** Who sends what to whom, from content/sequences, with what really was sent. */
async function Sequence({ name }: { name: string }) {
  const sequence = loadSequence(name);
  const { exchanges } = await runSequence(sequence.exercise, turnsOf(sequence));
  const places = Object.keys(sequence.lanes);
  const place = (lane: string | undefined) => (lane === undefined ? undefined : places.indexOf(lane));
  return (
    <SequenceFigure
      title={sequence.title}
      lanes={Object.values(sequence.lanes)}
      steps={sequence.steps.map((step, index) => ({
        ...step,
        from: place(step.from),
        to: place(step.to),
        at: place(step.at),
        exchange: exchanges[index],
      }))}
    />
  );
}

interface ScreenshotProps {
  name: string;
  alt: string;
  caption?: string;
}

/** A picture of a program in both themes, from content/pictures. */
async function Screenshot({ name, alt, caption }: ScreenshotProps) {
  const [light, dark] = await Promise.all([
    import(`@/content/pictures/${name}-light.png`),
    import(`@/content/pictures/${name}-dark.png`),
  ]);
  return (
    <ScreenshotFigure
      light={light.default}
      dark={dark.default}
      alt={alt}
      caption={caption ? <Inline text={caption} /> : null}
    />
  );
}

interface RecordingProps {
  name: string;
  caption?: string;
  highlight?: string;
}

/** What a program printed, from content/pictures. */
function Recording({ name, caption, highlight }: RecordingProps) {
  return (
    <RecordingFigure
      text={recordingText(name)}
      caption={caption ? <Inline text={caption} /> : null}
      highlight={highlight}
    />
  );
}

interface PredictProps {
  id: string;
  ask: string;
  /** Separated by `|`. */
  options: string;
  answer: string;
  children: ReactNode;
}

/** A prediction in the text: recorded, then told. */
function Predict({ id, ask, options, answer, children }: PredictProps) {
  return (
    <Prediction id={id} ask={<Inline text={ask} />} options={options.split('|')} answer={answer}>
      {children}
    </Prediction>
  );
}

/** A rule of an RFC in our words. `binds` says whom. */
function Rule(props: { id: RuleId; level: string; binds?: string; children: ReactNode }) {
  return <RuleNote {...props} />;
}

/** A word of the glossary. */
function Term({ id, children }: { id: string; children: ReactNode }) {
  const { [id]: entry } = loadGlossary();
  if (!entry) throw new Error(`There is no term "${id}" in content/glossary.yaml`);
  const { term, says, not, rule } = entry;
  return (
    <TermWord href={wordPath(id)} term={term} says={says} not={not} rule={rule}>
      {children}
    </TermWord>
  );
}

/** Small programs of both sides, from content/snippets. */
function Snippets({ set }: { set: string }) {
  const { title, snippets } = loadSnippets(set);
  return (
    <SnippetTabs
      title={title}
      snippets={snippets.map(({ file, title, side, text, language, run }) => ({
        ...{ file, title, side, text },
        lines: highlight(text, language),
        tested: run !== undefined,
        exercise: run && 'exercise' in run ? run.exercise : undefined,
      }))}
    />
  );
}

export function H2({ children }: { children?: ReactNode }) {
  return (
    <Heading level={2} id={anchor(plain(children))}>
      {children}
    </Heading>
  );
}

function H3({ children }: { children?: ReactNode }) {
  return (
    <Heading level={3} id={anchor(plain(children))}>
      {children}
    </Heading>
  );
}

/** The words of what stands in a text, without their marks. */
export function plain(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(plain).join('');
  return isValidElement<{ children?: ReactNode }>(node) ? plain(node.props.children) : '';
}

const tableLook = 'w-full text-[0.9375rem]';

const components = {
  Sandbox,
  Exchange,
  SendThis,
  Compare,
  FetchAndWire,
  Handler,
  Sequence,
  Screenshot,
  Recording,
  Predict,
  Rule,
  Term,
  Note: NoteBox,
  Snippets,
  Steps: StepList,
  Base64: Base64Figure,
  StatusTable: () => <StatusTable rows={loadCheatSheet().compare} className={tableLook} />,
  h2: H2,
  h3: H3,
  a: ({ children, href = '' }) => (
    <a href={href} className="link">
      {children}
    </a>
  ),
  table: ({ children }) => (
    <TableFrame>
      <table className={tableLook}>{children}</table>
    </TableFrame>
  ),
  // The corner of a table whose rows have names of their own heads nothing.
  th: ({ children, ...rest }) => (children ? <th {...rest}>{children}</th> : <td {...rest} />),
} satisfies MDXComponents;

export function useMDXComponents(): MDXComponents {
  return components;
}

/** What holds between content files: whatever one names, another has. Run by the build and by the tests. */
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { anchor } from './anchor';
import { caseFaults, listCases } from './cases';
import { type Cause, causeFile } from './cause';
import { causeText, listCauses, visitorsFile, visitorsText } from './causes';
import { loadCheatSheet } from './cheatsheet';
import { causeFaults } from './check-cause';
import { quizFaults } from './check-quiz';
import { fieldFaults, schemeFaults } from './check-reference';
import { textFaults } from './check-text';
import { ContentError, type Fault } from './content-error';
import { cueFaults, loadCues } from './cues';
import { type Known, type Place, unknown } from './known';
import { type Lesson, lessonFile } from './lesson';
import { lessonText, listLessons, loadGlossary, loadMisconceptions, loadQuiz } from './lessons';
import { type MdxNode, mdxNodes } from './mdx-nodes';
import { pictureNames } from './pictures';
import type { QuizItem } from './question-kinds';
import { quizFile } from './quiz';
import { loadFields, loadSchemes, loadStatuses } from './reference';
import { loadReports, reportFaults } from './reports';
import { sequenceFaults, sequenceNames } from './sequences';
import { snippetFaults, snippetSets } from './snippets';
import { listStackTexts } from './stacks';
import { loadTeaching } from './teach';
import { listWays, wayFaults } from './ways';
import { type Glossary, glossaryFile } from './words';

/** Reads and checks everything. Throws one `ContentError` with every fault. */
export async function checkContent(): Promise<void> {
  const faults: Fault[] = [];
  const orNothing = <T>(nothing: T, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      faults.push(...error.faults);
      return nothing;
    }
  };
  const lessons = orNothing([], listLessons).map((lesson) => ({
    lesson,
    file: lessonFile(lesson.folder),
    quizAt: quizFile(lesson.folder),
    nodes: orNothing([], () => mdxNodes(lessonText(lesson.folder), lessonFile(lesson.folder))),
    items: orNothing([], () => loadQuiz(lesson.slug)),
  }));
  const causeHeads = orNothing([], listCauses);
  const causes = causeHeads.map((cause) => {
    const text = causeText(cause.file);
    return { cause, text, nodes: orNothing([], () => mdxNodes(text, causeFile(cause.file))) };
  });
  const knownNames: Known = {
    lessons: new Map(lessons.map(({ lesson, nodes }) => [lesson.slug, anchorsIn(nodes)])),
    causes: new Set(causeHeads.map(({ slug }) => slug)),
    drafts: await draftsByExercise(),
    snippets: new Set(snippetSets()),
    sequences: new Set(sequenceNames()),
    pictures: pictureNames(),
    glossary: orNothing({}, loadGlossary),
    misconceptions: orNothing({}, loadMisconceptions),
  };
  const cues = orNothing({}, loadCues);
  const reports = orNothing({}, loadReports);
  const cases = orNothing([], listCases);
  const schemes = orNothing({}, loadSchemes);
  const fields = orNothing({}, loadFields);
  orNothing({}, loadStatuses);
  orNothing<unknown>(undefined, loadTeaching);
  orNothing<unknown>(undefined, loadCheatSheet);
  orNothing<unknown>(undefined, listStackTexts);
  orNothing([], listWays);
  // What names a file that cannot be read would be a fault as well, in every place.
  if (faults.length) throw new ContentError(faults);
  faults.push(
    ...duplicateSlugs(lessons.map(({ lesson }) => lesson)),
    ...lessons.flatMap(({ file, lesson }) => unknownCauses(file, lesson, knownNames)),
    ...needsFaults(lessons.map(({ lesson }) => lesson)),
    ...duplicateCauses(causeHeads),
    ...causes.flatMap(({ cause, text, nodes }) => causeFaults(cause, text, nodes, knownNames)),
    ...cueFaults(causeHeads, cues),
    ...reportFaults(causeHeads, reports),
    ...caseFaults(causeHeads, cases),
    ...lessons.flatMap(({ file, nodes, lesson }) => textFaults(file, nodes, lesson.slug, knownNames)),
    ...visitorFaults(knownNames),
    ...duplicatePredictions(lessons.map(({ file, nodes }) => [file, nodes])),
    ...lessons.flatMap(({ quizAt, items }) => quizFaults(quizAt, items, knownNames)),
    ...duplicateItems(lessons.map(({ quizAt, items }) => [quizAt, items])),
    ...glossaryFaults(knownNames.glossary),
    ...schemeFaults(schemes),
    ...fieldFaults(fields),
    ...snippetFaults(knownNames),
    ...sequenceFaults(knownNames),
    ...(await wayFaults(listWays())),
  );
  if (faults.length) throw new ContentError(faults);
}

async function draftsByExercise(): Promise<Known['drafts']> {
  const entries = exerciseSlugs().map(async (slug) => {
    const exercise = await loadExercise(slug);
    const names = ['start', 'solution', ...(exercise?.mistakes ?? []).map(({ name }) => name)];
    return [slug, new Set(names)] as const;
  });
  return new Map(await Promise.all(entries));
}

function anchorsIn(nodes: readonly MdxNode[]): ReadonlySet<string> {
  return new Set(['quiz', ...nodes.flatMap((node) => (node.type === 'heading' ? [anchor(node.text)] : []))]);
}

function duplicateItems(quizzes: readonly (readonly [string, readonly QuizItem[]])[]): Fault[] {
  const named = quizzes.flatMap(([file, items]) =>
    items.map(({ id }, index) => ({ at: { file, key: `items[${index}].id` }, id })),
  );
  return duplicates(
    named,
    'Ids are never used again: the progress of learners hangs on them. Choose another.',
  );
}

function duplicatePredictions(texts: readonly (readonly [string, readonly MdxNode[]])[]): Fault[] {
  const named = texts.flatMap(([file, nodes]) =>
    nodes.flatMap((node) =>
      node.type === 'element' && node.name === 'Predict' && node.attributes.id
        ? [{ at: { file, line: node.line, key: '<Predict>' }, id: node.attributes.id }]
        : [],
    ),
  );
  return duplicates(named, 'Predictions are kept by id: choose another.');
}

function duplicateSlugs(lessons: readonly Lesson[]): Fault[] {
  const named = lessons.map(({ slug, folder }) => ({ at: { file: `content/lessons/${folder}` }, id: slug }));
  return duplicates(named, 'The slug is the address of the lesson: call one folder differently.');
}

function visitorFaults(knownNames: Known): Fault[] {
  return textFaults(visitorsFile, mdxNodes(visitorsText(), visitorsFile), '', knownNames);
}

function unknownCauses(file: string, { causes }: Lesson, knownNames: Known): Fault[] {
  return causes.flatMap((slug, index) =>
    knownNames.causes.has(slug)
      ? []
      : [unknown({ file, key: `causes[${index}]` }, 'cause', slug, 'content/causes')],
  );
}

function needsFaults(lessons: readonly Lesson[]): Fault[] {
  const slugs = lessons.map(({ slug }) => slug);
  return lessons.flatMap(({ folder, needs = [] }, place) =>
    needs.flatMap((slug, index) => {
      const at = { file: lessonFile(folder), key: `needs[${index}]` };
      if (!slugs.includes(slug)) return [unknown(at, 'lesson', slug, 'content/lessons')];
      return slugs.indexOf(slug) < place
        ? []
        : [{ ...at, reason: `“${slug}” does not come before it.`, advice: 'Name earlier lessons alone.' }];
    }),
  );
}

function duplicateCauses(causes: readonly Cause[]): Fault[] {
  const at = ({ file }: Cause) => ({ file: causeFile(file) });
  return [
    ...duplicates(
      causes.map((cause) => ({ at: at(cause), id: cause.slug })),
      'The slug is the address of the cause: call one file differently.',
    ),
    ...duplicates(
      causes.map((cause) => ({ at: at(cause), id: String(cause.rank) })),
      'Two causes cannot have one rank: number one of them anew.',
    ),
  ];
}

type Named = { readonly at: Place; readonly id: string };

/** A fault for each that stands somewhere already. */
function duplicates(named: readonly Named[], advice: string): Fault[] {
  const first = new Map<string, Named>();
  return named.flatMap((slug) => {
    const earlier = first.get(slug.id);
    if (!earlier) first.set(slug.id, slug);
    return earlier
      ? [{ ...slug.at, reason: `“${slug.id}” stands in ${earlier.at.file} already.`, advice }]
      : [];
  });
}

function glossaryFaults(glossary: Glossary): Fault[] {
  return Object.entries(glossary).flatMap(([id, { see = [] }]) =>
    see
      .filter((other) => !Object.hasOwn(glossary, other))
      .map((other) => unknown({ file: glossaryFile, key: `${id}.see` }, 'term', other, glossaryFile)),
  );
}

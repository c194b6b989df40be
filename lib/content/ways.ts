/** The ways through the course: for what somebody does, some lessons in order, an exam, and what is left out. */
import { z } from 'zod';
import { loadExercise } from '@/lib/exercises';
import { ContentError, type Fault } from './content-error';
import { cached, contentNames, contentText } from './folder';
import type { Lesson } from './lesson';
import { lessonMinutes } from './lesson-minutes';
import { findLesson } from './lessons';
import { readYaml } from './read-yaml';
import { prose, slug } from './shapes';

const way = z.strictObject({
  title: prose(8),
  /** For whom it is, in one sentence. */
  summary: prose(35),
  /** What somebody can do at its end. */
  ends: prose(40),
  /** Slugs of lessons in the order of the way. */
  lessons: z.array(slug).min(6).max(10),
  /** The slug of the exercise that is its exam. */
  exam: slug,
  /** What it leaves out, and where that is. */
  leavesOut: z.array(prose(35)).min(1).max(5),
});

export interface Way extends z.infer<typeof way> {
  /** The last part of its address. */
  readonly name: string;
}

const fileName = /^\d+-([a-z]+(?:-[a-z]+)*)\.yaml$/;

/** All ways in the order of their files. Throws a `ContentError` where one is wrong. */
export function listWays(): readonly Way[] {
  return cached('ways', () =>
    contentNames('ways', 'files').map((file) => {
      const at = `content/ways/${file}`;
      const name = fileName.exec(file)?.[1];
      if (!name) {
        const advice = 'Call it like 1-call-apis.yaml: a number for its place, a hyphen, its name.';
        throw new ContentError([
          { file: at, reason: 'The file is not called after a place and a name.', advice },
        ]);
      }
      return { name, ...readYaml(way, contentText(`ways/${file}`, 'Write it.'), at) };
    }),
  );
}

/** The way called `name`, or undefined where there is none. */
export function findWay(name: string): Way | undefined {
  return listWays().find((entry) => entry.name === name);
}

/** The lessons of a way. Throws where one is missing, which `wayFaults` would have named. */
export function lessonsOf({ title, lessons }: Pick<Way, 'title' | 'lessons'>): readonly Lesson[] {
  return lessons.map((name) => {
    const lesson = findLesson(name)?.lesson;
    if (!lesson) throw new Error(`${title}: there is no lesson ${name}`);
    return lesson;
  });
}

/** The whole minutes of the lessons, and of the exam. */
export async function wayMinutes(entry: Way): Promise<{ readonly lessons: number; readonly exam: number }> {
  const minutes = await Promise.all(lessonsOf(entry).map(lessonMinutes));
  const exam = await loadExercise(entry.exam);
  return { lessons: minutes.reduce((sum, length) => sum + length, 0), exam: exam?.minutes ?? 0 };
}

/** What is wrong with the ways: a lesson that is not there or stands before one that it needs, an exam that is none. */
export async function wayFaults(ways: readonly Way[]): Promise<Fault[]> {
  const faults = ways.map(async ({ name, lessons, exam }, at): Promise<Fault[]> => {
    const file = `content/ways/${at + 1}-${name}.yaml`;
    const exercise = await loadExercise(exam);
    return [
      ...(exercise?.exam
        ? []
        : [
            {
              file,
              key: 'exam',
              reason: `“${exam}” is no exam.`,
              advice: 'Name an exercise with exam: true.',
            },
          ]),
      ...lessons.flatMap((lesson, index): Fault[] => {
        const at = { file, key: `lessons[${index}]` };
        const entry = findLesson(lesson)?.lesson;
        if (!entry) {
          return [{ ...at, reason: `There is no lesson “${lesson}”.`, advice: 'Check the spelling.' }];
        }
        const late = (entry.needs ?? []).find((needed) => lessons.indexOf(needed) > index);
        if (lessons.indexOf(lesson) !== index) {
          return [{ ...at, reason: `“${lesson}” stands there twice.`, advice: 'Take one out.' }];
        }
        return late
          ? [{ ...at, reason: `It needs “${late}”, which comes later.`, advice: 'Change the order.' }]
          : [];
      }),
    ];
  });
  return (await Promise.all(faults)).flat();
}

/** The cases: pastes from public threads, secrets and names replaced, each with its true cause. */
import type { Cause } from './cause';
import { ContentError, type Fault } from './content-error';
import { cached, contentNames, contentText } from './folder';
import { unknown } from './known';

export interface Case {
  readonly file: string;
  readonly cause: string;
  /** Another cause that is as right. */
  readonly also: string | undefined;
  readonly source: string;
  /** The checks that may say something for certain here. */
  readonly certain: readonly string[];
  readonly text: string;
}

const folder = 'content/cases';

/** Every case, by the name of its file. Throws a `ContentError` where one has no head. */
export const listCases = (): readonly Case[] =>
  cached('cases', () => contentNames('cases', 'files').toSorted().map(readCase));

function readCase(file: string): Case {
  const source = contentText(`cases/${file}`, 'Every file in content/cases is a paste with its cause.');
  const end = source.indexOf('\n---\n');
  const head = new Map(
    source
      .slice(0, Math.max(0, end))
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const),
  );
  const [cause, from] = [head.get('cause'), head.get('source')];
  if (!cause || !from)
    throw new ContentError([
      {
        file: `${folder}/${file}`,
        line: 1,
        reason: 'The head of a case names its cause and its source.',
        advice: 'Begin with the lines “cause: …” and “source: https://…”, and a line --- before the paste.',
      },
    ]);
  return {
    file,
    cause,
    also: head.get('also'),
    source: from,
    certain: (head.get('certain') ?? '').split(', ').filter(Boolean),
    text: source.slice(end + '\n---\n'.length),
  };
}

/** Cases of causes that do not exist. */
export function caseFaults(causes: readonly Cause[], cases: readonly Case[]): Fault[] {
  const slugs = new Set(causes.map(({ slug }) => slug));
  return cases.flatMap(({ file, cause, also }) =>
    [cause, ...(also ? [also] : [])]
      .filter((name) => !slugs.has(name))
      .map((name) => unknown({ file: `${folder}/${file}`, line: 1 }, 'cause', name, 'content/causes')),
  );
}

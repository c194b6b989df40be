/** The cases: pastes from public threads, secrets and names replaced, each with its true cause. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

const folder = join(process.cwd(), 'lib', 'diagnose', 'cases');

/** Reads every case of the folder. Throws where one has no head. */
export function listCases(): Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const end = source.indexOf('\n---\n');
      if (end < 0) throw new Error(`${file} has no line --- after its head`);
      const head = new Map(
        source
          .slice(0, end)
          .split('\n')
          .map(
            (line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const,
          ),
      );
      return {
        file,
        cause: head.get('cause') ?? '',
        also: head.get('also'),
        source: head.get('source') ?? '',
        certain: (head.get('certain') ?? '').split(', ').filter(Boolean),
        text: source.slice(end + 5),
      };
    });
}

/** The causes as they lie in the folder of the content. */
import { type Cause, readCause } from './cause';
import { cached, contentNames, contentText } from './folder';

/** All causes, in the order of their files. Throws a `ContentError` where one is wrong. */
export function listCauses(): readonly Cause[] {
  return cached('causes', () =>
    contentNames('causes', 'files').map((file) => readCause(file, causeText(file))),
  );
}

/** The cause of that slug, or undefined where there is none. */
export function findCause(slug: string): Cause | undefined {
  return listCauses().find((cause) => cause.slug === slug);
}

/** Where the text for people without code is, for messages. */
export const visitorsFile = 'content/visitors.mdx';

/** The text for people who only wanted to use a site. */
export function visitorsText(): string {
  return contentText('visitors.mdx', 'Write what a visitor can do about a 401 or a 403.');
}

/** The text of a cause, frontmatter included. */
export function causeText(file: string): string {
  return contentText(`causes/${file}`, 'Every file in content/causes is a cause.');
}

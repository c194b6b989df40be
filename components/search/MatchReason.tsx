import type { Result } from '@/lib/search/search';
import { Marked } from './Marked';

/** What a result was found by: a text that a tool prints, a section with the words, or its summary. */
export function MatchReason({ text, why, terms }: Pick<Result, 'text' | 'why' | 'terms'>) {
  if (why.by === 'text') {
    return (
      <>
        {why.tool}: “<Marked text={why.text} terms={terms} />”
      </>
    );
  }
  if (why.by === 'section') {
    return (
      <>
        <Marked text={why.words.join(', ')} terms={terms} /> in “{why.title}”
      </>
    );
  }
  return <Marked text={text} terms={terms} />;
}

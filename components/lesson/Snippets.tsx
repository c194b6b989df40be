import { exercisePath } from '@/lib/pages';
import './snippets.css';
import { CopyButton } from '@/components/ui/CopyButton';
import { stackNamed } from '@/lib/diagnose/stack';
import { SnippetCode, type SnippetLines } from './SnippetCode';
import { SnippetTabs } from './SnippetTabs';

interface ShownSnippet {
  readonly file: string;
  readonly title: string;
  readonly side: 'client' | 'server';
  readonly text: string;
  readonly lines: SnippetLines;
  /** Whether the tests run it. */
  readonly tested: boolean;
  /** The exercise that it is run against; a client has one. */
  readonly exercise?: string | undefined;
}

interface SnippetsProps {
  readonly title: string;
  readonly snippets: readonly ShownSnippet[];
}

/**
 * Programs for both sides in tabs, that of the chosen stack first. Without scripts all of them are shown, one below the
 * other.
 */
export function Snippets({ title, snippets }: SnippetsProps) {
  return (
    <figure className="snippets">
      <figcaption className="font-semibold">{title}</figcaption>
      <SnippetTabs
        label={title}
        tabs={snippets.map(({ file, title: name, side, text, lines, tested, exercise }) => ({
          id: file,
          stack: stackNamed(name),
          label: (
            <>
              {name} <span className="text-[0.8125rem] font-normal text-faint">{side}</span>
            </>
          ),
          content: (
            <div data-stack={stackNamed(name)}>
              <p className="snippet-name">
                {name}, {side}
              </p>
              <SnippetCode label={`${name}, ${side}`} lines={lines} />
              <div className="mt-1 flex items-center justify-between gap-4">
                <p className="text-[0.8125rem] text-faint">
                  {tested ? 'Run by the tests' : 'Not run by the tests'}
                  {exercise ? <Where exercise={exercise} /> : null}
                </p>
                <CopyButton
                  text={text}
                  label={`Copy ${name}`}
                  className="shrink-0 whitespace-nowrap noscript:hidden"
                />
              </div>
            </div>
          ),
        }))}
      />
    </figure>
  );
}

function Where({ exercise }: { readonly exercise: string }) {
  return (
    <>
      , against{' '}
      <a href={exercisePath(exercise)} className="link">
        {exercise}
      </a>
      : DOORMAN is its address, the other capitals are your credentials there
    </>
  );
}

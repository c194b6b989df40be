import './code-editor.css';
import '../lesson/snippets.css';
import { useId } from 'react';
import { codePieces } from './code-pieces';

interface CodeEditorProps {
  readonly value: string;
  /** Left out before the page's program is there: the code can be read, and not yet changed. */
  readonly change?: (value: string) => void;
  /** Called when the reader turns to the code. */
  readonly begin?: () => void;
}

/** A plain field for code: as large as what is in it, in colours, and Tab leaves it as it leaves any other. */
export function CodeEditor({ value, change, begin }: CodeEditorProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="block border-y border-line px-4 py-1.5 text-xs leading-5 text-faint">
        Your code
      </label>
      <div className="code-editor snippets">
        <pre aria-hidden="true">
          {codePieces(value).map(({ text, kind }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names, and are made again each time
            <span key={at} className={kind && `code-${kind}`}>
              {text}
            </span>
          ))}
          {'\n '}
        </pre>
        <textarea
          id={id}
          value={value}
          readOnly={!change}
          onFocus={begin}
          onChange={change && (({ target }) => change(target.value))}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
        />
      </div>
    </>
  );
}

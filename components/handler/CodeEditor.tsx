import { useId } from 'react';

interface CodeEditorProps {
  readonly value: string;
  /** Left out before the page's program is there: the code can be read, and not yet changed. */
  readonly change?: (value: string) => void;
}

/** A plain field for code: as high as what is in it, and Tab leaves it as it leaves any other. */
export function CodeEditor({ value, change }: CodeEditorProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="block border-y border-line px-4 py-1.5 text-xs leading-5 text-faint">
        Your code
      </label>
      <textarea
        id={id}
        value={value}
        readOnly={!change}
        onChange={change && (({ target }) => change(target.value))}
        rows={value.split('\n').length + 1}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        className="block max-h-[34rem] min-h-40 w-full resize-y overflow-auto bg-transparent px-4 py-2.5 font-mono text-wire whitespace-pre -outline-offset-2"
      />
    </>
  );
}

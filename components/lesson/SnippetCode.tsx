/** The lines of a snippet, each in pieces; a kind names the colour. */
export type SnippetLines = readonly (readonly { readonly text: string; readonly kind?: string }[])[];

interface SnippetCodeProps {
  readonly label: string;
  readonly lines: SnippetLines;
}

/** Code that scrolls sideways, so that what is one line stays one. */
export function SnippetCode({ label, lines }: SnippetCodeProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section tabIndex={0} aria-label={label} className="snippet-code">
      <pre>
        <code>
          {lines.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved
            <span key={row}>
              {line.map(({ text, kind }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor are their pieces
                <span key={at} className={kind && `code-${kind}`}>
                  {text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}

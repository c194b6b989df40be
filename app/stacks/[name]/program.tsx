/** The files of the program and of its configuration, folded. */
export function Program({ files }: { readonly files: Readonly<Record<string, string>> }) {
  return (
    <div className="grid gap-px">
      {Object.entries(files).map(([name, text]) => (
        <details key={name} className="border-line border-t py-3">
          <summary className="cursor-pointer font-mono text-wire">{name}</summary>
          <pre className="mt-2 overflow-x-auto rounded-xl border border-line bg-raised px-4 py-3 font-mono text-wire whitespace-pre-wrap wrap-anywhere">
            {text.trimEnd()}
          </pre>
        </details>
      ))}
    </div>
  );
}

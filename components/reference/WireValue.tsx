/** Field lines as they stand on the wire, broken where there is no room rather than cut. */
export function WireValue({ lines }: { readonly lines: readonly string[] }) {
  return (
    <code className="block font-mono text-wire [overflow-wrap:anywhere]">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </code>
  );
}

import { utf8Octets } from '@/lib/http-auth/draft';

/** Three bytes as three groups of eight bits, and below them the same bits as four groups of six (RFC 4648 §4). */
export function Base64Figure({ text }: { readonly text: string }) {
  const bytes = utf8Octets(text);
  if (bytes.length !== 3) throw new Error(`"${text}" has ${bytes.length} bytes; the figure shows three.`);
  const eights = [...bytes].map((byte) => ({
    name: byte,
    bits: byte.charCodeAt(0).toString(2).padStart(8, '0'),
  }));
  const all = eights.map(({ bits }) => bits).join('');
  const sixes = [...btoa(bytes)].map((letter, index) => ({
    letter,
    bits: all.slice(index * 6, index * 6 + 6),
  }));
  return (
    <figure className="rounded-xl border border-line bg-raised px-2 py-4 sm:px-4">
      <p className="sr-only">
        {eights.map(({ name, bits }) => `${name} is ${bits}`).join(', ')}. Cut into sixes:{' '}
        {sixes.map(({ letter, bits }) => `${bits} is ${Number.parseInt(bits, 2)}, ${letter}`).join('; ')}.
      </p>
      <div aria-hidden="true" className="grid grid-cols-[repeat(24,minmax(0,1fr))] text-center">
        {eights.map(({ name, bits }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same byte may stand there twice
          <div key={index} className="col-span-8">
            <p className="pb-1 font-mono font-semibold">{name}</p>
            <Bits bits={bits} className="grid-cols-8" />
          </div>
        ))}
        {sixes.map(({ letter, bits }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same letter may stand there twice
          <div key={index} className="col-span-6">
            <Bits bits={bits} className="grid-cols-6 bg-brand-ground" />
            <p className="pt-1 text-sm text-soft tabular-nums">{Number.parseInt(bits, 2)}</p>
            <p className="font-mono font-semibold text-brand">{letter}</p>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** Each bit has a column of its own; an edge of no width keeps those of both rows above each other. */
function Bits({ bits, className }: { readonly bits: string; readonly className: string }) {
  return (
    <p
      className={`grid py-1.5 font-mono text-xs ring-1 ring-line-strong ring-inset sm:text-wire ${className}`}
    >
      {[...bits].map((bit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bit is known by its place alone
        <span key={index}>{bit}</span>
      ))}
    </p>
  );
}

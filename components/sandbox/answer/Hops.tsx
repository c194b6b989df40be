import { type HopLine, hopsIn } from './hops';

const marks = {
  first: { sign: '', word: '', look: '' },
  added: { sign: '+', word: 'added: ', look: 'bg-brand-ground' },
  gone: { sign: '−', word: 'gone: ', look: 'text-faint line-through' },
} as const;

/** What each hop received: all of it at the first, and then what is gone and what was added on the way. */
export default function Hops({ body }: { readonly body: string }) {
  const hops = hopsIn(body);
  if (!hops.length) return null;
  return (
    <section aria-label="Hop by hop" className="px-4 py-3">
      <h3 className="font-sans text-sm font-semibold tracking-normal">Hop by hop</h3>
      <ol className="mt-2 space-y-3 border-l border-line pl-3">
        {hops.map(({ hop, did, lines, same }) => (
          <li key={hop}>
            <p className="text-sm font-semibold">The {hop} received</p>
            <ul aria-label={`What the ${hop} received`} className="mt-1 font-mono text-wire">
              {lines.map((line) => (
                <Line key={line.change + line.text} {...line} />
              ))}
              {same ? (
                <li className="pl-4 text-faint">{same === 1 ? '1 line' : `${same} lines`} as before</li>
              ) : null}
            </ul>
            <p className="mt-1 text-sm text-soft">
              <span aria-hidden="true">→ </span>It {did}.
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ change, text }: HopLine) {
  const { sign, word, look } = marks[change];
  return (
    <li className="flex">
      <span aria-hidden="true" className="w-4 shrink-0">
        {sign}
      </span>
      <span className={`min-w-0 wrap-anywhere ${look}`}>
        <span className="sr-only">{word}</span>
        {text}
      </span>
    </li>
  );
}

import { logIn } from './run-log';

/** What a trial did, line by line, as the response lists it. */
export default function RunLog({ body }: { readonly body: string }) {
  const lines = logIn(body);
  if (!lines.length) return null;
  return (
    <section aria-label="Log of the trial" className="px-4 py-3">
      <h3 className="font-sans text-sm font-semibold tracking-normal">Log of the trial</h3>
      <ol className="mt-2 font-mono text-wire">
        {lines.map((line) => (
          <li
            key={line.at}
            className={`pl-[2ch] -indent-[2ch] wrap-anywhere ${line.isTrouble ? 'font-semibold' : 'text-soft'}`}
          >
            {line.text}
          </li>
        ))}
      </ol>
    </section>
  );
}

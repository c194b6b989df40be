import { parseChallenges } from '@/lib/http-auth/grammar';

/** A WWW-Authenticate line taken apart: each scheme with its parameters (RFC 9110 §11.6.1). */
export function ChallengeView({ value }: { value: string }) {
  const parsed = parseChallenges(value);
  if (!parsed.ok) {
    return (
      <p className="my-1 border-l-2 border-line-strong pl-3 font-sans text-xs text-soft">
        Not a list of challenges: {parsed.expected} expected at character {parsed.offset + 1}.
      </p>
    );
  }
  return parsed.value.map(({ scheme, token68, params }, index) => (
    <dl
      // biome-ignore lint/suspicious/noArrayIndexKey: a scheme may come twice.
      key={index}
      aria-label={`Challenge: ${scheme}`}
      className="my-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-l-2 border-brand/50 pl-3 text-xs leading-5"
    >
      <dt className="font-sans text-faint">scheme</dt>
      <dd className="text-brand">{scheme}</dd>
      {token68 === undefined ? null : (
        <>
          <dt className="font-sans text-faint">token68</dt>
          <dd className="wrap-wire">{token68}</dd>
        </>
      )}
      {params.map(([name, text]) => (
        <div key={name} className="contents">
          <dt className="text-faint">{name}</dt>
          <dd className="wrap-wire">{text}</dd>
        </div>
      ))}
    </dl>
  ));
}

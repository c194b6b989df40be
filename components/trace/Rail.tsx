/** The way of the request beside the checks: solid as far as it came, dashed where it would have gone on. */

export type Way = 'taken' | 'open';

const looks: Record<Way, string> = {
  taken: 'border-brand',
  open: 'border-dashed border-line-strong',
};

interface RailProps {
  /** Above and below the sign of a row, whose middle is at `--mid`; nothing where the way begins or ends. */
  readonly above?: Way | undefined;
  readonly below?: Way | undefined;
  /** The rows that follow are folded away: the way goes on once they are opened. */
  readonly folded?: boolean;
}

/** The piece of the way that runs past one row. */
export function Rail({ above, below, folded = false }: RailProps) {
  const line = 'absolute left-[25px] border-l-2';
  return (
    <>
      {above ? <span aria-hidden="true" className={`${line} top-0 h-(--mid) ${looks[above]}`} /> : null}
      {below ? (
        <span
          aria-hidden="true"
          className={`${line} top-(--mid) bottom-0 ${looks[below]} ${folded ? 'hidden group-open/fold:block' : ''}`}
        />
      ) : null}
    </>
  );
}

/** A mistake in a content file, in words for the person who wrote it. */

export interface Fault {
  readonly file: string;
  readonly line?: number | undefined;
  /** Where in the file: `items[2].options[0].why`. */
  readonly key?: string;
  readonly reason: string;
  readonly advice: string;
}

/** Stops the build; its message names for each fault the file, the line, the key, the reason and what to do. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(
      `The content has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.\n\n${faults.map(faultText).join('\n\n')}\n`,
    );
    this.name = 'ContentError';
    this.faults = faults;
  }
}

function faultText({ file, line, key, reason, advice }: Fault): string {
  const place = [line === undefined ? file : `${file}:${line}`, ...(key ? [key] : [])].join(' · ');
  return `${place}\n  ${reason}\n  → ${advice}`;
}

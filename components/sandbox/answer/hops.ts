/** What each hop of a chain received, as a response lists it, and how that differs from hop to hop. */

export interface HopLines {
  readonly hop: string;
  readonly did: string;
  readonly lines: readonly HopLine[];
  /** How many lines are as the hop before received them. */
  readonly same: number;
}

export interface HopLine {
  readonly change: 'first' | 'added' | 'gone';
  readonly text: string;
}

interface Listed {
  readonly hop: string;
  readonly received: readonly string[];
  readonly did: string;
}

/** The hops that `body` lists, or none. The log cuts long bodies, so the list is read without what follows it. */
export function hopsIn(body: string): readonly HopLines[] {
  const begin = body.indexOf('"hops": [');
  const end = body.indexOf('\n  ]', begin);
  if (begin < 0 || end < 0) return [];
  try {
    const { hops } = JSON.parse(`{${body.slice(begin, end)}]}`) as { readonly hops: unknown };
    return Array.isArray(hops) && hops.every(isListed) ? hops.map(differences) : [];
  } catch {
    return [];
  }
}

function isListed(hop: unknown): hop is Listed {
  if (typeof hop !== 'object' || hop === null) return false;
  const { received, did, hop: name } = hop as Partial<Listed>;
  const isText = (text: unknown) => typeof text === 'string';
  return isText(name) && isText(did) && Array.isArray(received) && received.every(isText);
}

function differences({ hop, received, did }: Listed, at: number, hops: readonly Listed[]): HopLines {
  const before = hops[at - 1]?.received;
  if (!before) return { hop, did, same: 0, lines: received.map((text) => ({ change: 'first', text })) };
  const gone = before.filter((text) => !received.includes(text));
  const added = received.filter((text) => !before.includes(text));
  const lines = [
    ...gone.map((text) => ({ change: 'gone' as const, text })),
    ...added.map((text) => ({ change: 'added' as const, text })),
  ];
  return { hop, did, same: received.length - added.length, lines };
}

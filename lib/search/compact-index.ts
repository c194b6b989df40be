/**
 * The terms of an index, and its postings in a line of text for each: its fields, and in each the documents as distances
 * from one to the next. It is sent as half of what the library writes.
 */
import type { AsPlainObject } from 'minisearch';

/** An index of numbered documents without stored fields. */
export interface CompactIndex {
  readonly fields: AsPlainObject['fieldIds'];
  readonly averages: AsPlainObject['averageFieldLength'];
  /** For each document how many terms its fields have; 0 for a field that it does not have. */
  readonly lengths: readonly (readonly number[])[];
  /** A line for each term, in order: how many letters it shares with the one before, and the others. */
  readonly terms: string;
  /** The line of each: fields between tabs, each its number, and `distance` or `distance*frequency` with commas. */
  readonly postings: string;
}

const radix = 36;

/** The index as it is sent. Its documents have to be numbered from 0, in the order in which they were added. */
export function packIndex(index: AsPlainObject): CompactIndex {
  const documents = Object.keys(index.documentIds).length;
  const sorted = [...index.index].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    fields: index.fieldIds,
    averages: index.averageFieldLength,
    lengths: Array.from({ length: documents }, (_, id) =>
      Array.from(index.fieldLength[id] ?? [], (length) => length ?? 0),
    ),
    terms: sorted.map(([term], at) => packTerm(term, sorted[at - 1]?.[0] ?? '')).join('\n'),
    postings: sorted.map(([, fields]) => Object.entries(fields).map(packField).join('\t')).join('\n'),
  };
}

/** A term behind the one before it in the order. The number of letters that both begin with is one digit. */
function packTerm(term: string, before: string): string {
  let shared = 0;
  while (shared < radix - 1 && shared < term.length && term[shared] === before[shared]) shared += 1;
  return shared.toString(radix) + term.slice(shared);
}

function unpackTerm(packed: string, before: string): string {
  return before.slice(0, Number.parseInt(packed.charAt(0), radix)) + packed.slice(1);
}

function packField([field, documents]: readonly [string, Readonly<Record<string, number>>]): string {
  let last = 0;
  const packed = Object.entries(documents)
    .map(([id, frequency]) => [Number(id), frequency] as const)
    .sort(([a], [b]) => a - b)
    .map(([id, frequency]) => {
      const distance = (id - last).toString(radix);
      last = id;
      return frequency === 1 ? distance : `${distance}*${frequency.toString(radix)}`;
    });
  return `${field} ${packed.join(',')}`;
}

/** How many terms are read before whoever types has a turn. */
const atOnce = 800;

/** What `packIndex` was given. It takes some time on a phone, so it lets other work in between. */
export async function unpackIndex({
  fields,
  averages,
  lengths,
  terms,
  postings,
}: CompactIndex): Promise<AsPlainObject> {
  const index: AsPlainObject['index'] = [];
  const lines = postings.split('\n');
  let term = '';
  for (const [at, packed] of terms.split('\n').entries()) {
    term = unpackTerm(packed, term);
    index.push([term, Object.fromEntries((lines[at] ?? '').split('\t').map(unpackField))]);
    if (index.length % atOnce === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return {
    documentCount: lengths.length,
    nextId: lengths.length,
    documentIds: Object.fromEntries(lengths.map((_, id) => [id, id])),
    fieldIds: fields,
    fieldLength: Object.fromEntries(lengths.map((length, id) => [id, [...length]])),
    averageFieldLength: [...averages],
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  };
}

function unpackField(packed: string): readonly [string, Record<string, number>] {
  const [field = '', list = ''] = packed.split(' ');
  let id = 0;
  const documents: Record<string, number> = {};
  for (const entry of list.split(',')) {
    const [distance = '', frequency = '1'] = entry.split('*');
    id += Number.parseInt(distance, radix);
    documents[id] = Number.parseInt(frequency, radix);
  }
  return [field, documents];
}

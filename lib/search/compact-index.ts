/**
 * The postings of an index as one line of text for each term: its fields, and in each the documents as distances from
 * one to the next. It is sent as half of what the library writes.
 */
import type { AsPlainObject } from 'minisearch';

/** An index of numbered documents without stored fields. */
export interface CompactIndex {
  readonly fields: AsPlainObject['fieldIds'];
  readonly averages: AsPlainObject['averageFieldLength'];
  /** For each document how many terms its fields have; 0 for a field that it does not have. */
  readonly lengths: readonly (readonly number[])[];
  /** Lines of `term`, then for each field a tab, its number, and `distance` or `distance*frequency` with commas. */
  readonly terms: string;
}

const radix = 36;

/** The index as it is sent. Its documents have to be numbered from 0, in the order in which they were added. */
export function packIndex(index: AsPlainObject): CompactIndex {
  const documents = Object.keys(index.documentIds).length;
  return {
    fields: index.fieldIds,
    averages: index.averageFieldLength,
    lengths: Array.from({ length: documents }, (_, id) =>
      Array.from(index.fieldLength[id] ?? [], (length) => length ?? 0),
    ),
    terms: [...index.index]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([term, fields]) => [term, ...Object.entries(fields).map(packField)].join('\t'))
      .join('\n'),
  };
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
}: CompactIndex): Promise<AsPlainObject> {
  const index: AsPlainObject['index'] = [];
  for (const line of terms.split('\n')) {
    const [term = '', ...packed] = line.split('\t');
    index.push([term, Object.fromEntries(packed.map(unpackField))]);
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

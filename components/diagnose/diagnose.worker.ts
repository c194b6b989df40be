/** The diagnosis off the main thread. It asks for what the causes know as it starts, and for nothing afterwards. */

import { mostCharacters } from '@/lib/diagnose/clean';
import { type Diagnosis, diagnose } from '@/lib/diagnose/diagnose';
import { type Knowledge, prepare } from '@/lib/diagnose/rank';
import { read } from '@/lib/diagnose/read';

export interface Question {
  readonly id: number;
  readonly paste: string | Blob;
}

export type Word =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly doing: string }
  | { readonly id: number; readonly kind: 'answer'; readonly diagnosis: Diagnosis }
  | { readonly id: number; readonly kind: 'fault' };

const knowledge: Promise<Knowledge> = fetch('/diagnosis.json')
  .then((response) => {
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return response.json();
  })
  .then(({ causes, cues }) => prepare(causes, cues));
// Whoever asks later hears of it.
knowledge.catch(() => undefined);

const post = (word: Word) => self.postMessage(word);

self.onmessage = async ({ data: { id, paste } }: MessageEvent<Question>) => {
  const progress = (done: number, doing: string) => post({ id, kind: 'progress', done, doing });
  try {
    progress(0, 'Opening');
    const text =
      typeof paste === 'string' ? paste : await textOf(paste, (part) => progress(part * 0.4, 'Opening'));
    progress(0.4, 'Reading');
    const reading = read(text);
    progress(0.75, 'Judging');
    const diagnosis = diagnose(reading, await knowledge, Date.now());
    progress(1, 'Done');
    post({ id, kind: 'answer', diagnosis });
  } catch {
    post({ id, kind: 'fault' });
  }
};

/** The text of a file, piece by piece. Of one that is too large, only so much that the reading refuses it. */
async function textOf(file: Blob, progress: (part: number) => void): Promise<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts.join('') + decoder.decode();
    size += value.length;
    parts.push(decoder.decode(value, { stream: true }));
    progress(Math.min(1, size / file.size));
    if (size > 4 * mostCharacters) {
      await reader.cancel();
      return parts.join('');
    }
  }
}

/** How many questions and exercises are due today, for a mark that may load late. */
import { isDue } from './forecast';
import { store } from './record';
import { schedule } from './schedule';

/** Tells the count now and whenever the document changes. Returns what stops it. */
export function watchDue(listener: (count: number) => void): () => void {
  const tell = () => {
    const now = new Date().toISOString();
    listener(schedule(store.snapshot()).filter((due) => isDue(due, now)).length);
  };
  tell();
  return store.subscribe(tell);
}

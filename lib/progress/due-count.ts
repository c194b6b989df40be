/** How many questions and exercises today brings, for a mark that may load late. */
import { planDays } from './plan';
import { store } from './record';
import { schedule } from './schedule';

/** Tells the count now and whenever the document changes. Returns what stops it. */
export function watchDue(listener: (count: number) => void): () => void {
  const tell = () => {
    const now = new Date().toISOString();
    const progress = store.snapshot();
    listener(planDays(progress, schedule(progress), now, 1).days[0]?.dues.length ?? 0);
  };
  tell();
  return store.subscribe(tell);
}

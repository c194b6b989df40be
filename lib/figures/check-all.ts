/** All that has to hold of the content, together with what the sandbox answers. `npm run content` and every build run it. */
import { checkContent } from '@/lib/content/check';
import { checkSequences } from '@/lib/content/sequences';
import { checkBuilds } from './check-builds';
import { serverAnswer } from './quiz-items';
import { runSequence } from './sequence';

/** Rejects with a `ContentError` that names every fault. */
export async function checkAll(): Promise<void> {
  await checkContent();
  await checkBuilds(serverAnswer);
  await checkSequences(runSequence);
}

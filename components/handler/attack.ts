/** Lets a suite of requests attack the code of a handler, and judges what came back. */
import { type HandlerName, loadHandler } from '@/lib/handlers';
import { judgeSuite } from '@/lib/handlers/judge';
import type { Judged } from './judged';
import { chance, runSuite } from './run-suite';

/** What `program` did with each request of the suite called `name`. Rejects where its files cannot be loaded. */
export async function attack(name: HandlerName, program: string, signal: AbortSignal): Promise<Judged> {
  const { suite: suiteOf, solution } = await loadHandler(name);
  const suite = suiteOf(chance);
  const ran = await runSuite(program, suite, signal);
  const verdicts = await judgeSuite(suite.cases, (request) => ran.outcomes.get(request));
  return { ...ran, suite, verdicts, solution };
}

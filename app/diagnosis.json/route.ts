import { loadCues } from '@/lib/content/cues';
import { causeKnowledge } from '@/lib/figures/cause-knowledge';

export const dynamic = 'force-static';

/** What the diagnosis in the browser knows, made at build and asked for before anybody pastes. */
export function GET(): Response {
  return Response.json({ causes: causeKnowledge(), cues: loadCues() });
}

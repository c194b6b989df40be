/** The exam at the end of a way: incidents whose causes the lessons of the way explain. */
import { examExercise } from './exam-exercise';
import type { Exercise } from './exercise';
import { drawnAny, type Incident } from './incident';
import { incidentPool } from './incident-pool';

/** How many incidents an attempt has. */
const count = 4;

/** The incidents that are cases of one of `causes`, named by their slugs. */
export function incidentsOf(causes: readonly string[]): readonly Incident[] {
  return incidentPool.filter((incident) => incident.causes.some((cause) => causes.includes(cause)));
}

/** An exam of four incidents, drawn from those of `causes`. Throws where there are fewer than five. */
export function wayExam(title: string, causes: readonly string[]): Exercise {
  const pool = incidentsOf(causes);
  if (pool.length <= count) throw new Error(`${title}: ${pool.length} incidents leave nothing to draw`);
  return examExercise({
    title,
    task: 'Four incidents came in. GET / shows each one: what people report, and the request that failed. Send each request so that it succeeds, with any client you like. When all four are solved, GET /badge gives you the badge.',
    minutes: 14,
    draw: (attempt) => drawnAny(pool, attempt, count),
  });
}

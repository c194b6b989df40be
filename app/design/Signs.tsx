import { Gates } from '@/components/trace/Gates';
import { GatesBadge } from '@/components/trace/GatesBadge';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { reasonPhrase } from '@/lib/draft/status';
import { Sample } from './Sample';

const answers = [null, 200, 400, 401, 403, 404];
const statuses = [200, 204, 302, 400, 401, 403, 404, 407, 419, 422, 429, 451, 511];

/** The three gates in every size and after every status. */
export function Signs() {
  return (
    <div className="space-y-10">
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {answers.map((status) => (
          <Sample key={status} name={status === null ? 'Before the first request' : `After a ${status}`}>
            <Gates status={status} />
          </Sample>
        ))}
      </div>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <Sample name="Hero, with its questions">
          <Gates status={403} size="hero" />
        </Sample>
        <div className="space-y-6">
          <Sample name="Logo">
            <Gates size="logo" />
          </Sample>
          <Sample name="Badges of lessons: 401 · 403 · 401 and 403 · 404 · 200">
            <p className="flex flex-wrap gap-6">
              {[[401], [403], [401, 403], [404], [200]].map((about) => (
                <GatesBadge key={about.join()} statuses={about} />
              ))}
            </p>
          </Sample>
        </div>
      </div>
      <Sample name="Statuses as words">
        <p className="flex flex-wrap gap-2">
          {statuses.map((status) => (
            <StatusBadge key={status} status={status} name={reasonPhrase(status)} />
          ))}
        </p>
      </Sample>
    </div>
  );
}

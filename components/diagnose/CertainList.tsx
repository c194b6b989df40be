import { CircleCheck } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import type { Certain } from '@/lib/diagnose/diagnose';
import { ruleUrl } from '@/lib/http-auth/rule';
import { Evidence } from './Evidence';

/** What the paste proves, each with its place and its rule. */
export function CertainList({ certain }: { readonly certain: readonly Certain[] }) {
  return (
    <ul className="grid gap-y-5">
      {certain.map(({ statement, evidence, rule }) => (
        <li key={statement} className="flex gap-3">
          <Icon of={CircleCheck} className="mt-1 size-5 shrink-0 text-brand" aria-hidden="true" />
          <div className="min-w-0 flex-1">
            <p className="font-semibold wrap-wire">{statement}</p>
            <Evidence {...evidence} />
            {rule ? (
              <p className="mt-1.5 text-sm">
                <a className="link" href={ruleUrl(rule)}>
                  {rule}
                </a>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

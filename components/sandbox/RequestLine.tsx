import { useId } from 'react';
import type { Draft } from '@/lib/http-auth/draft';
import type { ExerciseView } from '@/lib/sandbox/exchange';

const common = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

interface RequestLineProps {
  readonly view: ExerciseView;
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
}

/** Method and path; the version is what it is. */
export function RequestLine({ view, draft, edit }: RequestLineProps) {
  const list = useId();
  const methods = [...new Set([...common, ...view.methods, draft.method])];
  return (
    <div className="flex items-center gap-2 px-2 py-1.5">
      <select
        aria-label="Method"
        value={draft.method}
        onChange={({ target }) => edit({ ...draft, method: target.value })}
        className="h-8 shrink-0 rounded-md border border-control bg-raised px-1.5 font-mono text-wire"
      >
        {methods.map((method) => (
          <option key={method}>{method}</option>
        ))}
      </select>
      <input
        aria-label="Path"
        list={list}
        value={draft.path}
        onChange={({ target }) => edit({ ...draft, path: target.value.replace(/^(?!\/)/, '/') })}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        className="h-8 min-w-0 flex-1 rounded-md bg-transparent px-1.5 font-mono text-wire -outline-offset-2"
      />
      <datalist id={list}>
        {view.paths.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <span className="shrink-0 pr-1.5 font-mono text-xs text-faint" aria-hidden="true">
        HTTP/1.1
      </span>
    </div>
  );
}

import { Gates } from '@/components/trace/Gates';

/** What stands where the answer will be. It is rendered on the server, so that it costs the page nothing. */
export function EmptyAnswer() {
  return (
    <div className="rounded-xl border border-dashed border-line-strong px-4 pt-6 pb-5 text-center">
      <div className="mx-auto max-w-110">
        <Gates />
      </div>
      <p className="mt-4 text-sm text-soft">
        Nothing has been sent yet. The answer and its reasons will stand here.
      </p>
    </div>
  );
}

import { Message } from '@/components/lesson/Message';
import { Trace } from '@/components/trace/Trace';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import type { WireLine } from '@/lib/draft/wire-lines';
import { lessonPath } from '@/lib/pages';
import { type Asked, reasons } from '@/lib/practice/ask';
import { families } from '@/lib/practice/families';

interface ExplanationProps {
  readonly asked: Asked;
  readonly lessons: Readonly<Record<string, string>>;
}

/** What the server does with the request: its answer, the three gates, every check, and where it is taught. */
export function Explanation({ asked: { situation, reply, trace }, lessons }: ExplanationProps) {
  const { title, lesson } = families[situation.family];
  const reason = reasons.find(([status]) => status === reply.status)?.[1] ?? '';
  const lines: WireLine[] = [
    { kind: 'start', name: '', value: `HTTP/1.1 ${reply.status} ${reason}` },
    ...reply.challenges.map((value) => ({ kind: 'field' as const, name: 'WWW-Authenticate', value })),
  ];
  return (
    <section aria-labelledby="practice-why" className="min-w-0 space-y-5 lg:col-start-1">
      <div className="overflow-hidden rounded-xl border border-line bg-raised">
        <h3
          id="practice-why"
          className="border-b border-line px-4 py-2 font-sans text-sm font-normal tracking-normal text-soft"
        >
          What the server answers
        </h3>
        <div className="px-4 py-3">
          <Message lines={lines} status={reply.status} />
        </div>
      </div>
      <Trace status={reply.status} trace={trace} />
      <p className="text-[0.9375rem]">
        <strong className="font-semibold">{title}.</strong> The lesson on it:{' '}
        <PageLink href={lessonPath(lesson)} className="link">
          <Inline text={lessons[lesson] ?? lesson} />
        </PageLink>
      </p>
    </section>
  );
}

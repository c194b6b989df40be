import { Message } from '@/components/lesson/Message';
import { Trace } from '@/components/trace/Trace';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import type { WireLine } from '@/lib/draft/wire-lines';
import { ruleUrl } from '@/lib/http-auth/rule';
import { lessonPath } from '@/lib/pages';
import {
  type Asked,
  type ClientAsked,
  isServerAsked,
  reasons as phrases,
  type ServerAsked,
} from '@/lib/practice/ask';
import { families } from '@/lib/practice/families';

interface ExplanationProps {
  readonly asked: Asked;
  readonly lessons: Readonly<Record<string, string>>;
}

/** Why the right answer is right, in full, and where it is taught. */
export function Explanation({ asked, lessons }: ExplanationProps) {
  const { title, lesson } = families[asked.situation.family];
  return (
    <section aria-labelledby="practice-why" className="min-w-0 space-y-5 lg:col-start-1">
      {isServerAsked(asked) ? <WhatTheServerDoes asked={asked} /> : <WhatTheClientDoes asked={asked} />}
      <p className="text-[0.9375rem]">
        <strong className="font-semibold">{title}.</strong> The lesson on it:{' '}
        <PageLink href={lessonPath(lesson)} className="link">
          <Inline text={lessons[lesson] ?? lesson} />
        </PageLink>
      </p>
    </section>
  );
}

/** The response of the server, the three gates and every check. */
function WhatTheServerDoes({ asked: { reply, trace } }: { readonly asked: ServerAsked }) {
  const reason = phrases.find(([status]) => status === reply.status)?.[1] ?? '';
  const lines: WireLine[] = [
    { kind: 'start', name: '', value: `HTTP/1.1 ${reply.status} ${reason}` },
    ...reply.challenges.map((value) => ({ kind: 'field' as const, name: 'WWW-Authenticate', value })),
  ];
  return (
    <>
      <div className="overflow-hidden rounded-xl border border-line bg-raised">
        <Heading>What the server answers</Heading>
        <div className="px-4 py-3">
          <Message lines={lines} status={reply.status} />
        </div>
      </div>
      <Trace status={reply.status} trace={trace} />
    </>
  );
}

/** The sentences that decide what a browser, a program or a cache does, each with its rule. */
function WhatTheClientDoes({ asked: { reasons } }: { readonly asked: ClientAsked }) {
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-raised">
      <Heading>What decides</Heading>
      <ol className="list-decimal space-y-2 py-3 pr-4 pl-9 text-[0.9375rem] marker:text-soft">
        {reasons.map(({ text, rule }) => (
          <li key={text}>
            <Inline text={text} />{' '}
            <a href={ruleUrl(rule)} className="link text-sm whitespace-nowrap">
              {rule}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Heading({ children }: { readonly children: string }) {
  return (
    <h3
      id="practice-why"
      className="border-b border-line px-4 py-2 font-sans text-sm font-normal tracking-normal text-soft"
    >
      {children}
    </h3>
  );
}

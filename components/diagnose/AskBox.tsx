import { PageLink } from '@/components/ui/PageLink';
import type { Ask } from '@/lib/diagnose/question';
import { causePath } from '@/lib/pages';

interface AskBoxProps {
  readonly ask: Ask;
  readonly titles: Readonly<Record<string, string>>;
}

/** The question that divides what is left best, with the causes that each answer leaves. */
export function AskBox({ ask, titles }: AskBoxProps) {
  return (
    <div>
      <p className="font-semibold">{ask.question}</p>
      <div className="mt-2 divide-y divide-line border-line border-y">
        {ask.options.map(({ answer, slugs }) => (
          <details key={answer} className="py-1">
            <summary className="cursor-pointer hanging-mark rounded-sm py-1.5 hover:text-brand">
              {answer}
            </summary>
            <ul className="grid gap-y-1 pb-2 pl-5">
              {slugs.map((slug) => (
                <li key={slug}>
                  <PageLink href={causePath(slug)} className="link">
                    {titles[slug] ?? slug}
                  </PageLink>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </div>
  );
}

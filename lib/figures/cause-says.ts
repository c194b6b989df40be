/** What is printed where a cause is the reason: the texts of its head, and those that stacks were recorded to print. */
import type { Cause } from '@/lib/content/cause';
import { listCauses } from '@/lib/content/causes';
import type { Saying } from '@/lib/diagnose/knowledge';
import { includesText } from '@/lib/diagnose/literal';
import { type RecordedText, recordedTexts } from '@/lib/stacks/recorded-texts';

/** The texts of each cause by its slug. A recorded text that the head has, or a part of it, is not there twice. */
export function causeSays(causes: readonly Cause[] = listCauses()): ReadonlyMap<string, readonly Saying[]> {
  const recorded = recordedTexts();
  const isElsewhere = (text: string, slug: string) =>
    [
      ...causes.flatMap((cause) =>
        (cause.says ?? []).map((saying) => ({ slug: cause.slug, text: saying.text })),
      ),
      ...recorded.map((other) => ({ slug: other.cause, text: other.text })),
    ].some((other) => other.slug !== slug && includesText(text, other.text));
  return new Map(
    causes.map(({ slug, says = [] }) => {
      const added = recorded
        .filter(
          ({ cause, text }) => cause === slug && !says.some((saying) => includesText(text, saying.text)),
        )
        .map((entry) => sayingOf(entry, isElsewhere(entry.text, slug)));
      return [slug, [...says, ...added]];
    }),
  );
}

function sayingOf({ text, stacks }: RecordedText, shared: boolean): Saying {
  const [first] = stacks;
  return {
    text,
    tool: stacks.map(({ title }) => title).join(', '),
    ...(stacks.length === 1 && { version: first?.version }),
    source: `stack:${first?.name}`,
    ...(shared && { shared: true as const }),
  };
}

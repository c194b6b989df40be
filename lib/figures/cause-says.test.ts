/** What stacks were recorded to print leads to the cause that the question shows. */
import { describe, expect, test } from 'vitest';
import { listCauses } from '@/lib/content/causes';
import { loadCues } from '@/lib/content/cues';
import { diagnose } from '@/lib/diagnose/diagnose';
import { includesText } from '@/lib/diagnose/literal';
import { prepare } from '@/lib/diagnose/rank';
import { read } from '@/lib/diagnose/read';
import { findRecord } from '@/lib/stacks/record';
import { recordedTexts } from '@/lib/stacks/recorded-texts';
import { causeKnowledge } from './cause-knowledge';
import { causeSays } from './cause-says';

const now = Date.parse('2026-11-30T12:00:00Z');
const knowledge = prepare(causeKnowledge(), loadCues());
const likelyFor = (text: string) => diagnose(read(text), knowledge, now).likely.map(({ slug }) => slug);
const texts = recordedTexts();
const causes = listCauses();
const allSays = causeSays();

describe('the recorded texts', () => {
  test('are at least thirty, from at least ten stacks', () => {
    expect(texts.length).toBeGreaterThanOrEqual(30);
    const stacks = new Set(texts.flatMap(({ stacks }) => stacks.map(({ name }) => name)));
    expect(stacks.size).toBeGreaterThanOrEqual(10);
  });

  test.each(texts.map((entry) => [entry.cause, entry.text, entry] as const))(
    '%s is among the first three for “%s”',
    (cause, text) => expect(likelyFor(text).slice(0, 3)).toContain(cause),
  );

  test.each(texts.map((entry) => [entry.text, entry] as const))(
    '“%s” stands in the head of its cause, or comes from the record',
    (text, { cause, stacks }) => {
      const says = allSays.get(cause) ?? [];
      const saying = says.find((saying) => includesText(text, saying.text));
      expect(saying).toBeDefined();
      const byHand = causes.find(({ slug }) => slug === cause)?.says ?? [];
      if (byHand.some((other) => includesText(text, other.text))) return;
      expect(saying?.source).toBe(`stack:${stacks[0]?.name}`);
      expect(findRecord(stacks[0]?.name ?? '')).toBeDefined();
    },
  );

  test('are in no cause twice', () => {
    for (const [slug, says] of allSays) {
      const all = says.map(({ text }) => text.toLowerCase());
      expect(new Set(all).size, slug).toBe(all.length);
    }
  });
});

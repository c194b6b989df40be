import { describe, expect, test } from 'vitest';
import { readCause, wordsIn } from './cause';
import { causeFaults } from './check-cause';
import { errorText, toldOf } from './fixtures';
import type { Known } from './known';
import { mdxNodes } from './mdx-nodes';

const knownNames: Known = {
  lessons: new Map(),
  causes: new Set(['a-cause', 'another-cause']),
  drafts: new Map([['first-401', new Set(['start', 'solution'])]]),
  snippets: new Set(),
  sequences: new Set(),
  pictures: { screenshots: new Set(), recordings: new Set() },
  glossary: {},
  misconceptions: { 'clear-history': { says: 'x', truth: 'y' } },
};

const words = (count: number) => `${'word '.repeat(count)}\n\n`;
const cause = `---
title: 401 although nothing is wrong
summary: What it is about.
statuses: [401]
asks: { who: [page], challenge: yes, signs: [never] }
fixedBy: [client, server]
misconception: clear-history
rules: [RFC 9110 §15.5.2]
neighbours: [another-cause]
exercise: { slug: first-401, draft: start }
evidence:
  - { title: RFC 9110, url: "https://www.rfc-editor.org/rfc/rfc9110" }
inShort: { means: A, check: B, fix: C }
---

## What it looks like

${words(50)}
## How to be sure

${words(30)}
## The fix

${words(30)}
## Why it happens

${words(30)}`;

/** The cause with another key in its head. */
const head = (key: string) => cause.replace('inShort:', `${key}\ninShort:`);

describe('a cause', () => {
  const check = (text: string) => {
    const read = readCause('03-a-cause.mdx', text);
    return toldOf(causeFaults(read, text, mdxNodes(text, 'a-cause.mdx'), knownNames));
  };

  test('that is right is read, with its rank, and has no fault', () => {
    expect(readCause('03-a-cause.mdx', cause)).toMatchObject({ slug: 'a-cause', rank: 3 });
    expect(check(cause)).toBe('nothing');
  });

  test.each([
    ['no frontmatter', cause.slice(4), ':1', 'There is no frontmatter'],
    ['a missing key', cause.replace('summary: What it is about.\n', ''), 'summary', 'It is missing.'],
    [
      'no “in short”',
      cause.replace('inShort: { means: A, check: B, fix: C }\n', ''),
      'inShort',
      'It is missing.',
    ],
    ['an unknown key', cause.replace('statuses', 'rank: 1\nstatuses'), 'Unknown key: rank', '→ Check'],
    ['nobody who meets it', cause.replace('who: [page]', 'who: []'), 'asks.who', '→ List where it happens'],
    [
      'a stranger',
      cause.replace('who: [page]', 'who: [admin]'),
      'asks.who[0]',
      'visitor, page, program, server',
    ],
    ['no helper', cause.replace('[client, server]', '[]'), 'fixedBy', '→ List who can fix it'],
    [
      'a challenge that may be',
      cause.replace('challenge: yes', 'challenge: maybe'),
      'challenge',
      'yes, no, either',
    ],
    [
      'neither exercise nor reason',
      cause.replace(/exercise: .*\n/, ''),
      'exercise',
      'or say in cannotShow why none shows it',
    ],
    [
      'both of them',
      cause.replace('evidence:', 'cannotShow: It is elsewhere.\nevidence:'),
      'exercise',
      'a reason for none',
    ],
    [
      'no evidence',
      cause.replace(/evidence:\n.*\n/, 'evidence: []\n'),
      'evidence',
      '→ List at least one public',
    ],
    [
      'an address that is none',
      cause.replace('https://www.rfc-editor.org/rfc/rfc9110', 'rfc'),
      'evidence[0].url',
      '→',
    ],
    [
      'a text that begins with a gap',
      head('says: [{ text: "… expired", tool: A, source: stack:a }]'),
      'says[0].text',
      'begins or ends with a gap',
    ],
    [
      'a text too short to mean anything',
      head('says: [{ text: "a…b", tool: A, source: stack:a }]'),
      'says[0].text',
      'fewer than 4 characters',
    ],
    [
      'a text from nowhere',
      head('says: [{ text: jwt expired, tool: A, source: hearsay }]'),
      'says[0].source',
      'no address, no rule',
    ],
    ...[
      'https://github.com/jwtk/jjwt',
      'https://github.com/jwtk/jjwt/',
      'https://github.com/jwtk/jjwt.git',
      'https://github.com/cli/cli/issues',
      'https://github.com/cli/cli/issues/',
      'https://github.com/cli/cli/issues?q=401',
      'https://github.com/cli/cli/pulls',
      'https://github.com/cli/cli/discussions',
      'https://github.com/cli/cli/tree/trunk',
      'https://gitlab.com/gitlab-org/gitlab/-/issues',
    ].map((source) => [
      `a text from ${source}`,
      head(`says: [{ text: jwt expired, tool: A, source: "${source}" }]`),
      ':13 · says[0].source',
      '→ Name the file or the thread',
    ]),
    ['a sign without a mark', head('signs: [{ strength: likely, reason: A }]'), 'signs[0]', 'no mark'],
    [
      'a sign that is half sure',
      head('signs: [{ status: [401], strength: maybe, reason: A }]'),
      'signs[0].strength',
      'certain, likely',
    ],
    [
      'a header that cannot be',
      head('signs: [{ response: [{ name: "a b" }], strength: likely, reason: A }]'),
      'signs[0].response[0].name',
      'not the name of a header',
    ],
  ])('with %s is refused, with line, key, reason and what to do', (_, text, where, reason) => {
    const message = errorText(() => readCause('03-a-cause.mdx', text));
    expect(message).toContain('content/causes/03-a-cause.mdx:');
    expect(message).toContain(where);
    expect(message).toContain(reason);
    expect(message).not.toMatch(/"code"|invalid_/);
  });

  test.each(['a-cause.mdx', '3-a-cause.mdx', '03-A-Cause.mdx', '03-a-cause.md'])(
    'in a file called %s is refused',
    (file) => {
      expect(errorText(() => readCause(file, cause))).toContain('Call it like 03-expired-token.mdx');
    },
  );

  test.each([
    ['another-cause', 'a-cause', 'neighbours[0]', 'no neighbour of itself'],
    ['another-cause', 'nowhere', 'neighbours[0]', 'no cause “nowhere”'],
    ['clear-history', 'flat-earth', 'misconception', 'no misconception “flat-earth”'],
    ['first-401', 'first-402', 'exercise', 'no exercise “first-402”'],
    ['draft: start', 'draft: begin', 'exercise', '→ Write one of: start · solution'],
    ['## The fix', '## The cure', 'Its parts are', '## How to be sure · ## The fix'],
    ['## The fix\n\n', '## The fix\n\n[a](/causes/nowhere) ', 'leads nowhere', '→'],
    [
      '## The fix\n\n',
      '## The fix\n\n<Sandbox exercise="first-401" />\n\n',
      '<Sandbox>',
      'places the sandbox',
    ],
    [
      'inShort:',
      'says: [{ text: A text, tool: A, source: stack:a }, { text: a  TEXT, tool: B, source: stack:b }]\ninShort:',
      'says[1].text',
      'twice',
    ],
    ['inShort:', 'proof: { command: "curl {place}", look: A }\ninShort:', 'proof.command', '{request}'],
    [words(50), '', 'The text has', '→ Write 120 to 300'],
    [words(50), words(300), 'The text has', '→ Write 120 to 300'],
  ])('that says, in place of %j, %j is refused', (right, wrong, where, reason) => {
    const message = check(cause.replace(right, wrong));
    expect(message).toContain(where);
    expect(message).toContain(reason);
  });

  test.each([
    'https://github.com/cli/cli/issues/12',
    'https://github.com/cli/cli/pull/12',
    'https://github.com/cli/cli/discussions/12',
    'https://github.com/cli/cli/blob/HEAD/README.md',
    'https://gitlab.com/gitlab-org/gitlab/-/issues/12',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    'RFC 6750 §3.1',
    'stack:express-jwt',
  ])('may name %s as the place of a text', (source) => {
    const says = head(`says: [{ text: jwt expired, tool: A, source: "${source}" }]`);
    expect(readCause('03-a-cause.mdx', says).says?.[0]?.source).toBe(source);
  });

  test('is counted by what is read, not by code and attributes', () => {
    expect(
      wordsIn('---\ntitle: x\n---\n\nOne `two` <Term id="three">four</Term> – five.\n\n```\nsix\n```\n'),
    ).toBe(4);
  });
});

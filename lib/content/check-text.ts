/** What the text of a lesson may hold: known elements, links that lead somewhere, headings with an anchor each. */

import { isHandler } from '@/lib/handlers';
import { isKnownRule } from '@/lib/http-auth/rule-title';
import { pages } from '@/lib/pages';
import { anchor } from './anchor';
import { referenceAnchors } from './check-reference';
import type { Fault } from './content-error';
import { draftFaults, type Known, type Place, unknown } from './known';
import type { MdxNode } from './mdx-nodes';
import { picturesFolder } from './pictures';
import { ruleFault } from './shapes';
import { glossaryFile } from './words';

/** The elements that a lesson may use, with the attributes each must have. */
const elements: Readonly<Record<string, readonly string[]>> = {
  Sandbox: ['exercise'],
  Exchange: ['exercise', 'draft'],
  SendThis: ['exercise', 'draft'],
  Compare: ['exercise', 'first', 'second'],
  FetchAndWire: ['exercise', 'drafts'],
  Handler: ['name'],
  Predict: ['id', 'ask', 'options', 'answer'],
  Rule: ['id', 'level'],
  Term: ['id'],
  Note: [],
  Snippets: ['set'],
  Sequence: ['name'],
  Screenshot: ['name', 'alt'],
  Recording: ['name'],
  Steps: [],
  Base64: ['text'],
  StatusTable: [],
};

const levels = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY'];

/** Faults in the text of one lesson. */
export function textFaults(
  file: string,
  nodes: readonly MdxNode[],
  slug: string,
  knownNames: Known,
): Fault[] {
  const seen = new Set<string>();
  return nodes.flatMap((node): Fault[] => {
    const at = { file, line: node.line };
    if (node.type === 'link') return linkFaults(at, node.url, slug, knownNames);
    if (node.type === 'heading') {
      const id = anchor(node.text);
      const again = seen.has(id);
      seen.add(id);
      if (node.depth === 1) {
        return [
          { ...at, reason: 'There is a first-level heading.', advice: 'The title is it: begin with ##.' },
        ];
      }
      return again
        ? [{ ...at, reason: `Two headings have the anchor #${id}.`, advice: 'Word one of them differently.' }]
        : [];
    }
    return elementFaults(at, node.name, node.attributes, slug, knownNames);
  });
}

function elementFaults(
  at: Place,
  name: string,
  attributes: Readonly<Record<string, string>>,
  slug: string,
  knownNames: Known,
): Fault[] {
  const needed = elements[name];
  if (!needed) {
    if (name === 'a') return linkFaults(at, attributes.href ?? '', slug, knownNames);
    if (!/^[A-Z]/.test(name)) return [];
    const all = Object.keys(elements).join(', ');
    return [{ ...at, key: `<${name}>`, reason: 'There is no such element.', advice: `Use one of: ${all}.` }];
  }
  const key = `<${name}>`;
  const missing = needed.filter((attribute) => attributes[attribute] === undefined);
  if (missing.length) {
    const reason = `It lacks ${missing.join(' and ')}.`;
    return [
      { ...at, key, reason, advice: `Write ${missing.map((attribute) => `${attribute}="…"`).join(' ')}.` },
    ];
  }
  const { exercise = '', draft, first, second, id = '', level = '', options = '', answer = '' } = attributes;
  switch (name) {
    case 'Sandbox':
    case 'Exchange':
    case 'SendThis':
      return draftFaults({ ...at, key }, exercise, draft, knownNames);
    case 'Compare':
      return [
        ...draftFaults({ ...at, key }, exercise, first, knownNames),
        ...draftFaults({ ...at, key }, attributes.with ?? exercise, second, knownNames),
      ];
    case 'FetchAndWire': {
      const { drafts = '', opaque } = attributes;
      const names = [...drafts.split('|'), ...(opaque === undefined ? [] : [opaque])];
      return names.flatMap((draft) => draftFaults({ ...at, key }, exercise, draft, knownNames));
    }
    case 'Predict':
      return options.split('|').includes(answer)
        ? []
        : [
            {
              ...at,
              key,
              reason: `“${answer}” is not among “${options}”.`,
              advice: 'Let the answer be an option.',
            },
          ];
    case 'Rule':
      return [
        ...(isKnownRule(id)
          ? []
          : [{ ...at, key, reason: ruleFault(id), advice: 'Write id="RFC 9110 §15.5.2".' }]),
        ...(levels.includes(level)
          ? []
          : [
              {
                ...at,
                key,
                reason: `“${level}” is no level.`,
                advice: `Write one of: ${levels.join(', ')}.`,
              },
            ]),
      ];
    case 'Term':
      return Object.hasOwn(knownNames.glossary, id)
        ? []
        : [unknown({ ...at, key }, 'term', id, glossaryFile)];
    case 'Snippets': {
      const { set = '' } = attributes;
      return knownNames.snippets.has(set) ? [] : [unknown({ ...at, key }, 'set', set, 'content/snippets')];
    }
    case 'Handler':
      return isHandler(attributes.name ?? '')
        ? []
        : [unknown({ ...at, key }, 'handler', attributes.name ?? '', 'lib/handlers/catalog')];
    case 'Sequence':
      return nameFaults({ ...at, key }, 'sequence', attributes, knownNames.sequences, 'content/sequences');
    case 'Screenshot':
      return nameFaults(
        { ...at, key },
        'picture',
        attributes,
        knownNames.pictures.screenshots,
        picturesFolder,
      );
    case 'Recording':
      return nameFaults(
        { ...at, key },
        'recording',
        attributes,
        knownNames.pictures.recordings,
        picturesFolder,
      );
    default:
      return [];
  }
}

function nameFaults(
  at: Place,
  what: string,
  { name = '' }: Readonly<Record<string, string>>,
  names: ReadonlySet<string>,
  where: string,
): Fault[] {
  return names.has(name) ? [] : [unknown(at, what, name, where)];
}

const paths = new Set<string>(pages.map(({ path }) => path));

function linkFaults(at: Place, url: string, slug: string, knownNames: Known): Fault[] {
  if (/^https:\/\//.test(url)) return [];
  const [page = '', fragment] = url.split('#');
  const [, kind, name = ''] = /^\/(lessons|sandbox|causes)\/([^/?]+)$/.exec(page) ?? [];
  const anchors =
    page === '' ? knownNames.lessons.get(slug) : (referenceAnchors(page) ?? knownNames.lessons.get(name));
  const exists =
    page === ''
      ? fragment !== undefined
      : paths.has(page) ||
        referenceAnchors(page) !== undefined ||
        (kind === 'sandbox' && knownNames.drafts.has(name)) ||
        (kind === 'causes' && knownNames.causes.has(name)) ||
        (kind === 'lessons' && anchors !== undefined);
  const advice =
    'Link to a page that exists: /, /lessons, /lessons/{slug}, /sandbox, /sandbox/{exercise}, /causes, /causes/{slug}, /reference, /reference/{part}, /cheatsheet, /badge, or https.';
  if (!exists) return [{ ...at, reason: `The link ${url} leads nowhere.`, advice }];
  if (!fragment || !anchors || anchors.has(fragment)) return [];
  return [
    {
      ...at,
      reason: `The link ${url} has no heading behind it.`,
      advice: `Headings: ${[...anchors].join(', ')}.`,
    },
  ];
}

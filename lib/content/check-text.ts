/** What the text of a lesson may hold: known elements, links that lead somewhere, headings with an anchor each. */

import { isHandler } from '@/lib/handlers';
import type { Rule } from '@/lib/http-auth/rule';
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

type Attributes = Readonly<Record<string, string>>;

/** An element of MDX in a lesson. */
interface ElementKind {
  /** The attributes that it must have. */
  readonly needs: readonly string[];
  /** Faults in what its attributes name. */
  readonly faults?: FaultsOf;
}

type FaultsOf = (at: Place, attributes: Attributes, knownNames: Known) => Fault[];

const draftOf: FaultsOf = (at, { exercise = '', draft }, knownNames) =>
  draftFaults(at, exercise, draft, knownNames);

/** An element whose `attribute` is among the names that `namesIn` gives; a new one is added to `folder`. */
function naming(
  what: string,
  attribute: string,
  namesIn: (knownNames: Known) => ReadonlySet<string>,
  folder: string,
): FaultsOf {
  return (at, { [attribute]: name = '' }, knownNames) =>
    namesIn(knownNames).has(name) ? [] : [unknown(at, what, name, folder)];
}

/** The elements that a lesson may use. */
const elements: Readonly<Record<string, ElementKind>> = {
  Sandbox: { needs: ['exercise'], faults: draftOf },
  Exchange: { needs: ['exercise', 'draft'], faults: draftOf },
  SendThis: { needs: ['exercise', 'draft'], faults: draftOf },
  Compare: {
    needs: ['exercise', 'first', 'second'],
    faults: (at, { exercise = '', first, second, with: other = exercise }, knownNames) => [
      ...draftFaults(at, exercise, first, knownNames),
      ...draftFaults(at, other, second, knownNames),
    ],
  },
  FetchAndWire: {
    needs: ['exercise', 'drafts'],
    faults(at, { exercise = '', drafts = '', opaque }, knownNames) {
      const names = [...drafts.split('|'), ...(opaque === undefined ? [] : [opaque])];
      return names.flatMap((draft) => draftFaults(at, exercise, draft, knownNames));
    },
  },
  Handler: {
    needs: ['name'],
    faults: (at, { name = '' }) =>
      isHandler(name) ? [] : [unknown(at, 'handler', name, 'lib/handlers/catalog')],
  },
  Predict: { needs: ['id', 'ask', 'options', 'answer'], faults: predictFaults },
  Rule: { needs: ['id', 'level'], faults: ruleFaults },
  Term: {
    needs: ['id'],
    faults: (at, { id = '' }, { glossary }) =>
      Object.hasOwn(glossary, id) ? [] : [unknown(at, 'term', id, glossaryFile)],
  },
  Note: { needs: [] },
  Snippets: { needs: ['set'], faults: naming('set', 'set', (names) => names.snippets, 'content/snippets') },
  Sequence: {
    needs: ['name'],
    faults: naming('sequence', 'name', (names) => names.sequences, 'content/sequences'),
  },
  Screenshot: {
    needs: ['name', 'alt'],
    faults: naming('picture', 'name', (names) => names.pictures.screenshots, picturesFolder),
  },
  Recording: {
    needs: ['name'],
    faults: naming('recording', 'name', (names) => names.pictures.recordings, picturesFolder),
  },
  Steps: { needs: [] },
  Base64: { needs: ['text'] },
  StatusTable: { needs: [] },
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
    if (node.type === 'citation') return citationFaults(at, node.rule);
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

function citationFaults(at: Place, rule: Rule): Fault[] {
  if (isKnownRule(rule)) return [];
  return [{ ...at, reason: ruleFault(rule), advice: 'The reference lists every rule that a text names.' }];
}

function elementFaults(
  at: Place,
  name: string,
  attributes: Attributes,
  slug: string,
  knownNames: Known,
): Fault[] {
  const kind = elements[name];
  if (!kind) {
    if (name === 'a') return linkFaults(at, attributes.href ?? '', slug, knownNames);
    if (!/^[A-Z]/.test(name)) return [];
    const all = Object.keys(elements).join(', ');
    return [{ ...at, key: `<${name}>`, reason: 'There is no such element.', advice: `Use one of: ${all}.` }];
  }
  const place = { ...at, key: `<${name}>` };
  const missing = kind.needs.filter((attribute) => attributes[attribute] === undefined);
  if (missing.length) {
    const advice = `Write ${missing.map((attribute) => `${attribute}="…"`).join(' ')}.`;
    return [{ ...place, reason: `It lacks ${missing.join(' and ')}.`, advice }];
  }
  return kind.faults?.(place, attributes, knownNames) ?? [];
}

function predictFaults(at: Place, { options = '', answer = '' }: Attributes): Fault[] {
  if (options.split('|').includes(answer)) return [];
  const reason = `“${answer}” is not among “${options}”.`;
  return [{ ...at, reason, advice: 'Let the answer be an option.' }];
}

function ruleFaults(at: Place, { id = '', level = '' }: Attributes): Fault[] {
  const faults: Fault[] = [];
  if (!isKnownRule(id)) faults.push({ ...at, reason: ruleFault(id), advice: 'Write id="RFC 9110 §15.5.2".' });
  if (!levels.includes(level)) {
    const advice = `Write one of: ${levels.join(', ')}.`;
    faults.push({ ...at, reason: `“${level}” is no level.`, advice });
  }
  return faults;
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

/** Signature-Input and Signature as they came: what cannot be read is answered 400 (RFC 9421 §4). */
import { type Check, failed, type Note, passed, syntaxCheck } from '@/lib/http-auth/decision';
import { shown, spelled } from '@/lib/http-auth/evidence';
import { fieldValue, type Message } from '@/lib/http-auth/message';
import type { Parsed } from '@/lib/http-auth/scanner';
import {
  type InnerList,
  isInnerList,
  type Member,
  parseDictionary,
  serializeMember,
} from '@/lib/http-auth/structured-fields';
import { componentNames, isComponentList } from './base';

/** One signature of a message, with the label that joins its two halves. */
export interface Signed {
  readonly label: string;
  readonly input: InnerList;
  readonly signature: Uint8Array;
}

const readable = syntaxCheck(
  'the signature headers are dictionaries',
  'RFC 9421 §4',
  'the signature headers cannot be read',
);
const paired = syntaxCheck(
  'each label stands in Signature-Input and in Signature',
  'RFC 9421 §4',
  'Signature-Input and Signature do not have the same labels',
);
const listed = syntaxCheck(
  'the components are a list of names, each once',
  'RFC 9421 §2',
  'the list of signed parts cannot be read',
);

export const readingChecks: readonly Check[] = [readable, paired, listed];

type Members = ReadonlyMap<string, Member>;

/** Every signature of `message`, or undefined where one of the checks has failed and been noted. */
export function readSignatures(message: Message, note: Note): Signed[] | undefined {
  const read = new Map<string, Members>();
  for (const name of ['Signature-Input', 'Signature', 'Content-Digest']) {
    const value = fieldValue(message, name);
    const parsed: Parsed<Members> =
      value === undefined ? { ok: true, value: new Map() } : parseDictionary(value);
    if (!parsed.ok) {
      const odd = (value ?? '')[parsed.offset];
      const saw = odd === undefined ? 'the end' : spelled(odd);
      note(failed(readable, `${saw} at byte ${parsed.offset + 1} of ${name}`, parsed.expected));
      return undefined;
    }
    read.set(name, parsed.value);
  }
  note(passed(readable, 'dictionaries'));

  const inputs = read.get('Signature-Input') ?? new Map();
  const signatures = read.get('Signature') ?? new Map();
  const fault = pairFault(inputs, signatures);
  if (fault) {
    note(failed(paired, fault, 'the same label in both, as sig1=(…) and sig1=:…:'));
    return undefined;
  }
  note(passed(paired, [...inputs.keys()].map((label) => shown(label, 40)).join(', ')));

  const pairs: Signed[] = [];
  for (const [label, input] of inputs) {
    const wrong = listFault(input);
    if (wrong) {
      note(
        failed(listed, wrong, 'names in quotation marks, as ("@method" "content-digest"), each of them once'),
      );
      return undefined;
    }
    const { bare } = signatures.get(label) as { bare: { value: Uint8Array } };
    pairs.push({ label, input: input as InnerList, signature: bare.value });
  }
  const [first] = pairs;
  note(passed(listed, shown(first ? componentNames(first.input).join(' ') : '')));
  return pairs;
}

function pairFault(inputs: Members, signatures: Members): string | undefined {
  if (!inputs.size) return 'Signature without Signature-Input';
  if (!signatures.size) return 'Signature-Input without Signature';
  for (const [label] of inputs) {
    if (!signatures.has(label)) return `the label ${shown(label, 40)} in Signature-Input alone`;
  }
  for (const [label, member] of signatures) {
    if (!inputs.has(label)) return `the label ${shown(label, 40)} in Signature alone`;
    if (isInnerList(member) || member.bare.type !== 'bytes') {
      return `a signature ${shown(label, 40)} that is not Base64 between colons`;
    }
  }
  return undefined;
}

function listFault(input: Member): string | undefined {
  if (!isComponentList(input)) return 'a value that is not a list of names in quotation marks';
  const names = input.items.map(serializeMember);
  if (!names.length) return 'an empty list: the signature would cover nothing';
  if (names.length > 64) return `${names.length} components, more than this server reads`;
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice) return `${shown(twice, 60)} more than once`;
  const upper = componentNames(input).find((name) => name !== name.toLowerCase());
  if (upper !== undefined) return `the name ${shown(upper, 40)}, which is not in lower case`;
  if (componentNames(input).includes('@signature-params'))
    return '@signature-params, which is added by itself';
  return undefined;
}

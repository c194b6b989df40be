/** A diagnosis as plain text for a terminal, at most 80 columns wide where its words allow. */
import type { Certain, Diagnosis, Likely } from './diagnose';

const width = 80;

/** The whole answer as text. `origin` stands before addresses. */
export function asText(diagnosis: Diagnosis, origin: string): string {
  if (diagnosis.refused) return `${wrap(diagnosis.refused)}\n`;
  const parts = [
    readPart(diagnosis),
    part('CERTAIN', diagnosis.certain.map(certainLines)),
    part(
      'LIKELY',
      diagnosis.likely.map((likely, index) => likelyLines(likely, index, origin)),
    ),
    part(
      'NOT KNOWN FROM THIS',
      diagnosis.unknown.map((sentence) => wrap(plain(sentence), '  - ', '    ')),
    ),
    askPart(diagnosis, origin),
    diagnosis.likely.length ? '' : `NEXT\n${wrap(`Three questions find the cause: ${origin}/causes`, '  ')}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function part(head: string, blocks: readonly string[]): string {
  return blocks.length ? `${head}\n${blocks.join('\n')}` : '';
}

function readPart({ forms, read, notes, stack }: Diagnosis): string {
  const lines = read.flatMap(({ request, response }) => {
    const sent = request ? `  > ${cut(request.startLine)}` : '';
    const authorization = request?.fields.find(([name]) => /^authorization$/i.test(name));
    const came = response ? `  < ${cut(response.startLine)}` : '';
    const challenges = response?.fields.filter(([name]) => /^www-authenticate$/i.test(name)) ?? [];
    return [
      sent,
      authorization ? `  >   ${cut(`${authorization[0]}: ${authorization[1]}`)}` : '',
      came,
      ...challenges.map(([name, value]) => `  <   ${cut(`${name}: ${value}`)}`),
    ].filter(Boolean);
  });
  const head = `READ  ${forms.join(', ')}${stack ? ` · ${stack}` : ''}`;
  return [head, ...lines, ...notes.map((note) => wrap(note, '  '))].join('\n');
}

const cut = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** Text without the marks of code. */
const plain = (text: string) => text.replaceAll('`', '');

function certainLines({ statement, evidence, rule }: Certain): string {
  const { line, before, marked, after } = evidence;
  const quote = marked ? `    line ${line}: ${before.trimStart()}[${marked}]${after}` : `    line ${line}`;
  return [wrap(statement, '  - ', '    '), quote, ...(rule ? [`    ${rule}`] : [])].join('\n');
}

function likelyLines({ title, reason, proof, fix, exercise }: Likely, index: number, origin: string): string {
  return [
    wrap(title, `  ${index + 1}. `, '     '),
    wrap(plain(reason), '     why    ', '            '),
    `     check  ${proof.command}`,
    wrap(plain(proof.look), '            look: ', '            '),
    ...(proof.caution ? [wrap(proof.caution, '            note: ', '            ')] : []),
    wrap(plain(fix.text), '     fix    ', '            '),
    `            ${origin}${fix.href}`,
    ...(exercise ? [`     try    ${origin}${exercise}`] : []),
  ].join('\n');
}

function askPart({ ask, titles }: Diagnosis, origin: string): string {
  if (!ask) return '';
  const options = ask.options.map(({ answer, slugs }) =>
    [
      wrap(answer, '  ? ', '    '),
      ...slugs.slice(0, 2).map((slug) => `      ${titles[slug] ?? slug}\n      ${origin}/causes/${slug}`),
    ].join('\n'),
  );
  return [`ONE MORE QUESTION  ${ask.question}`, ...options].join('\n');
}

/** `text` in lines, the first after `first` and the others after `next`. */
function wrap(text: string, first = '', next = first.replace(/./g, ' ')): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!isEmpty && line.length + word.length + 1 > width) {
      lines.push(line);
      line = next;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  lines.push(line);
  return lines.join('\n');
}

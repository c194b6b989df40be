/** A response as it was recorded, read into status, field lines and body (RFC 9112 §2.1). */

export interface RecordedResponse {
  readonly status: number;
  /** The reason phrase, which some servers leave out. */
  readonly reason: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The content, put together from its chunks where it came in chunks. */
  readonly body: string;
  /** Whatever came after the header section, as it came. */
  readonly rawBody: string;
}

/** Reads the text of a response. Throws where it has no status line. */
export function parseResponse(text: string): RecordedResponse {
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  const rawBody = end < 0 ? '' : text.slice(end + 4);
  const [start = '', ...lines] = head.split('\r\n');
  const [, status, reason = ''] = /^HTTP\/1\.[01] (\d{3}) ?(.*)$/.exec(start) ?? [];
  if (!status) throw new Error(`This is no status line: ${start}`);
  const fields = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const chunked = fieldValues(fields, 'transfer-encoding').some((value) => /chunked/i.test(value));
  return { status: Number(status), reason, fields, body: chunked ? unchunk(rawBody) : rawBody, rawBody };
}

/** The values of every field line called `name`, in order. */
export function fieldValues(fields: RecordedResponse['fields'], name: string): string[] {
  return fields.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value);
}

/** The content of chunks (RFC 9112 §7.1). Sizes count bytes, and the text may hold longer letters. */
function unchunk(text: string): string {
  let rest = new TextEncoder().encode(text);
  let content = '';
  for (;;) {
    const line = new TextDecoder().decode(rest.subarray(0, 20));
    const size = Number.parseInt(line, 16);
    if (!size) return content;
    const from = line.indexOf('\r\n') + 2;
    content += new TextDecoder().decode(rest.subarray(from, from + size));
    rest = rest.subarray(from + size + 2);
  }
}

/** The first words that a person would read in a body: no tags, no style, and of JSON its texts. */
export function firstWords(body: string, most = 60): string {
  const text = (jsonWords(body) ?? htmlWords(body)).replace(/\s+/g, ' ').trim();
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/\s\S*$/, '');
  return `${cut || text.slice(0, most)} …`;
}

/** The single texts of a body: those of JSON, what stands between the tags, or its lines. A link ends no text. */
export function bodyTexts({ fields, body }: RecordedResponse): string[] {
  const isHtml = fieldValues(fields, 'content-type').some((type) => /html/i.test(type));
  const inline = /<\/?(?:a|abbr|code|em|i|q|span)\b[^>]*>/gi;
  const texts =
    jsonTexts(body) ?? (isHtml ? htmlWords(body.replace(inline, ''), '\0').split('\0') : body.split(/\r?\n/));
  return [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean))];
}

function htmlWords(body: string, between = ' '): string {
  return body
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]*>/g, between)
    .replace(/&nbsp;/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Keys under which a text for people stands; it comes first. */
const forPeople = ['detail', 'message', 'error_description'];

const jsonWords = (body: string) => jsonTexts(body)?.join(' · ') ?? null;

/** The texts of a JSON body, or null where it is none. */
function jsonTexts(body: string): string[] | null {
  if (!/^\s*[{["]/.test(body)) return null;
  try {
    const pairs = leaves(JSON.parse(body));
    const rank = ([key]: readonly [string, string]) => (forPeople.includes(key) ? 0 : 1);
    const texts = pairs.sort((first, other) => rank(first) - rank(other)).map(([, text]) => text);
    return [...new Set(texts)];
  } catch {
    return null;
  }
}

function leaves(value: unknown, key = ''): (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return value ? [[key, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, Number.isNaN(Number(name)) ? name : key),
  );
}

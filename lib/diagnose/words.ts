/** The words of a text as the diagnosis compares them: without endings, identifiers in parts, common words left out. */

/** Words that tell nothing about a refusal. */
const dull = new Set(
  `a about after again all also am an and any are as at be because been before but by can cannot com could did do does
  even example for from get got had has have he here how http https i if in into is it its just me more my no not now of
  on one only or other our out same see she should so some still than that the their them then there these they this
  those to tried try trying two up use used using very was we were what when which while who why will with would www you
  your itself themselves myself yourself whose though although however therefore yes something anything everything nothing
  thing things way kind sort lot bit come comes came coming go goes going went gone make makes made making take takes took
  taken give gives gave given begin begins began seem seems seemed look looks looked know knows think thought mean means
  want wanted maybe perhaps really quite rather enough ever often yet soon through during whether might must may such much
  many few well fine good nice little whole please thanks thank hello hi anyone someone somebody nobody else sure surely
  exactly simply actually probably possibly clearly obviously right easily several isnt arent wasnt dont doesnt didnt cant couldnt wont im ive`.split(
    /\s+/,
  ),
);

/** Several words that are one, however they are written. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sign|log)(?:s|ed|ged|ing|ging)?[ -]?(?:in|on)(?:to)?\b/g, ' login '],
  [/\b(?:sign|log)(?:s|ed|ged|ing|ging)?[ -]?(?:out|off)\b/g, ' logout '],
];

/** Words for much the same thing. Each counts as itself and as its group. */
const groups = [
  ...['header field', 'jwt token', 'password credentials creds', 'forbidden 403', 'csrf xsrf antiforgery'],
  ...['auth authentication authorization authenticate authenticated', 'unauthorized unauthenticated 401'],
  ...['denied refused rejected blocked', 'cors preflight crossorigin', 'waf firewall', 'dialog popup prompt'],
  ...['permission right role scope privilege', 'k8s kubernetes kubectl', 's3 bucket minio', 'tls ssl https'],
  ...['ratelimit throttled 429', 'mtls certificate cert', 'repo repository', 'audience aud', 'issuer iss'],
  ...[
    'newline linebreak',
    'url uri address link',
    'image picture img photo',
    'restart redeploy deploy reboot',
  ],
  ...['browser chrome firefox safari edge'],
].map((group) => group.split(' '));

/** More of a text is not compared: what people describe is short. */
export const longest = 8000;
const longestWord = 30;
const word = /[a-z][a-z0-9_'-]*[a-z0-9]|[a-z]|\b[345]\d\d\b/g;
/** A JWT or a part of one: its letters are no words. */
const encoded = /\beyJ[\w-]{5,}[\w.-]*/g;
const endings = ['ations', 'ation', 'ing', 'ied', 'ies', 'ed', 'es', 's'];

/** The word without its ending: *expired*, *expires* and *expiring* are one. */
function stem(text: string): string {
  const ending = endings.find((end) => text.length - end.length >= 3 && text.endsWith(end));
  return ending ? text.slice(0, -ending.length) : text;
}

const groupOf = new Map(
  groups.flatMap((group) => group.map((member) => [stem(member), `~${stem(group[0] ?? '')}`] as const)),
);

/** The words of `text`, or of its first `most` characters, in order and with repeats. */
export function termsOf(text: string, most = longest): string[] {
  const whole = text
    .slice(0, most)
    .replace(encoded, ' jwt ')
    .replace(/(?<=[a-z])(?=[A-Z][a-z])/g, ' ')
    .toLowerCase()
    .replaceAll('’', "'");
  const plain = phrases.reduce((all, [pattern, term]) => all.replace(pattern, term), whole);
  return (plain.match(word) ?? [])
    .map((part) => part.replaceAll("'", ''))
    .flatMap((part) =>
      /[-_]/.test(part) ? [part, ...part.split(/[-_]/).filter(({ length }) => length > 2)] : [part],
    )
    .filter((part) => part.length > 1 && part.length <= longestWord && !dull.has(part))
    .map(stem);
}

/** Each term, and for some the group of words that mean much the same. */
export const withGroups = (terms: readonly string[]) =>
  terms.flatMap((term) => {
    const group = groupOf.get(term);
    return group ? [term, group] : [term];
  });

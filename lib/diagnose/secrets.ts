/** Where secrets stand in a text, and the text without them. A secret is shown by its first letters and its length. */
import type { Span } from './reading';

interface Kind {
  readonly pattern: RegExp;
  /** The number of the group that holds the secret. */
  readonly group: number;
}

/**
 * Every pattern reads a bounded run after a fixed beginning, so time stays linear. The group is what is masked; what
 * stands before it tells a reader what was there.
 */
const kinds: readonly Kind[] = [
  { pattern: /\beyJ[\w-]{6,8000}\.[\w-]{2,8000}(?:\.[\w-]{0,8000}){0,3}/dg, group: 0 },
  {
    pattern:
      /\b(?:proxy-)?authorization["']?[ \t]{0,3}[:=][ \t]{0,3}[\\^]{0,2}["']?[ \t]{0,3}(?:[A-Za-z][\w-]{1,30} {1,4}){0,3}([^\s"'\\^,;]{6,8000}(?:, ?[a-z]+="?[^"\n]{0,400}"?){0,20})/dgi,
    group: 1,
  },
  { pattern: /\b(?:Bearer|Basic|Token|DPoP) {1,3}([A-Za-z0-9._~+/=-]{8,8000})/dgi, group: 1 },
  {
    pattern: /(?:^|[\n>])[ \t]{0,4}["']?(?:cookie|set-cookie)["']?[ \t]{0,3}:[ \t]{0,3}([^\n]{1,8000})/dgi,
    group: 1,
  },
  {
    pattern:
      /["']?\b(?:x-)?(?:api[-_]?key|auth[-_]?token|access[-_]?token|refresh[-_]?token|id[-_]?token|csrf[-_]?token|xsrf[-_]?token|client[-_]?secret|session[-_]?(?:id|token|key)|private[-_]?token|password|passwd|secret|assertion|code[-_]?verifier|security[-_]?token|amz-security-token|subscription-key|shared[-_]?access[-_]?key)["']?[ \t]{0,3}[:=][ \t]{0,3}[\\^]{0,2}["']?([^\s"'&<>\\^,;}]{4,8000})/dgi,
    group: 1,
  },
  {
    pattern:
      /[?&](?:key|token|sig|signature|code|auth|apikey|jwt|X-Amz-(?:Signature|Security-Token|Credential)|X-Goog-(?:Signature|Credential)|AWSAccessKeyId)=([^\s&"'<>#\\^]{4,8000})/dgi,
    group: 1,
  },
  { pattern: /\b(?:response|cnonce)="([^"\n]{6,400})"/dgi, group: 1 },
  { pattern: /:\/\/[^\s/:@"'<>]{1,200}:([^\s/@"'<>]{1,200})@/dg, group: 1 },
  {
    pattern:
      /(?:^|\s)(?:-u|--user|-U|--proxy-user|-a|--auth)[ =]{1,3}["']?[^\s:"']{1,200}:([^\s"']{1,200})/dg,
    group: 1,
  },
  { pattern: /(?:^|\s)(?:-b|--cookie)[ =]{1,3}\$?["']([^"'\n]{1,8000})/dg, group: 1 },
  {
    pattern:
      /\b(?:[sr]k_(?:live|test)_\w{8,200}|gh[oprsu]_\w{16,200}|github_pat_\w{16,200}|glpat-[\w-]{16,200}|(?:AKIA|ASIA)[A-Z0-9]{12,40}|xox[abeoprs]-[\w-]{10,200}|AIza[\w-]{30,100}|ya29\.[\w-]{20,400}|npm_\w{30,100}|SG\.[\w-]{16,100}\.[\w-]{16,100}|sk-[\w-]{20,200}|hf_\w{20,100}|pypi-[\w-]{16,300}|dckr_pat_[\w-]{16,100}|dop_v1_[a-f0-9]{32,100})/dg,
    group: 0,
  },
  { pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\sA-Za-z0-9+/=]{0,8000}/dg, group: 0 },
];

/** Words that stand in place of a secret, and tell why it does not work. */
const telling =
  /^(?:undefined|null|nil|none|nan|true|false|\[object|\.{3}|…|[<{[$%*(]|x{3,}$|xxx|\*{2,}|your[-_ ]|redacted|token$|bearer$|basic$|realm=|error=|username=|anonymous$)/i;

/** The places of all secrets in `text`, in order and not overlapping. */
export function secretsIn(text: string): Span[] {
  const spans: Span[] = [];
  for (const { pattern, group } of kinds) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.[group] ?? [0, 0];
      if (end > start && !telling.test(text.slice(start, end))) spans.push({ start, end });
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start < last.end) {
      if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
    } else merged.push(span);
  }
  return merged;
}

/** `text` with every secret masked, or replaced by what `replace` makes of it. What is masked already stays as it is. */
export function withoutSecrets(text: string, replace: (secret: string) => string = maskOf): string {
  let result = '';
  let at = 0;
  for (const { start, end } of secretsIn(text)) {
    result += text.slice(at, start) + replace(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

/** A secret by its first letters, where it is long enough for them to tell nothing. */
export function maskOf(secret: string): string {
  return secret.length < 16 ? '••••' : `${secret.slice(0, 3)}••••`;
}

/** Reads Base64 and tokens for people; nothing is verified here. */

export interface TokenPart {
  readonly name: string;
  readonly members: readonly { readonly key: string; readonly value: string; readonly note?: string }[];
}

/** What Base64 holds, control characters made visible; a sentence where it is none. */
export function readBase64(text: string): string {
  const bytes = decode(text.trim());
  if (!bytes) return 'That is not Base64.';
  try {
    return visible(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return `${visible(new TextDecoder('latin1').decode(bytes))} (not UTF-8: read as ISO-8859-1)`;
  }
}

/** Header and claims of a JWT, times spelled out (RFC 7519 §4.1); a sentence where it is none. */
export function decodeToken(token: string, now: Date): readonly TokenPart[] | string {
  const [header = '', claims = '', ...rest] = token.trim().split('.');
  if (rest.length !== 1)
    return `A JWT has three parts with two dots between; this has ${rest.length + (claims ? 2 : 1)}.`;
  const parts = [
    ['Header', header],
    ['Claims', claims],
  ] as const;
  const read = parts.map(([name, encoded]) => ({ name, value: parse(encoded) }));
  const broken = read.find(({ value }) => value === undefined);
  if (broken) return `${broken.name}: that is not Base64url of a JSON object.`;
  return read.map(({ name, value = {} }) => ({
    name: name === 'Claims' ? 'Claims, not verified' : name,
    members: Object.entries(value).map(([key, member]) => {
      const note = timeNote(key, member, now);
      return {
        key,
        value: typeof member === 'string' ? member : JSON.stringify(member),
        ...(note && { note }),
      };
    }),
  }));
}

function timeNote(key: string, value: unknown, now: Date): string | undefined {
  if (!/^(?:exp|nbf|iat|auth_time)$/.test(key) || typeof value !== 'number' || !Number.isFinite(value))
    return undefined;
  const time = new Date(value * 1000);
  if (Number.isNaN(time.getTime())) return undefined;
  return `${time.toISOString().replace('.000', '')}, ${distance(value - now.getTime() / 1000)}`;
}

function distance(seconds: number): string {
  const size = Math.abs(seconds);
  const [count, unit] =
    size < 90
      ? [size, 's']
      : size < 5400
        ? [size / 60, 'min']
        : size < 172_800
          ? [size / 3600, 'h']
          : [size / 86_400, 'days'];
  return seconds < 0 ? `${Math.round(count)} ${unit} ago` : `in ${Math.round(count)} ${unit}`;
}

function parse(encoded: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decode(encoded)));
    return value && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function decode(text: string): Uint8Array | undefined {
  try {
    const octets = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(octets, (octet) => octet.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

function visible(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f]/g, (control) => {
    return names[control] ?? `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}

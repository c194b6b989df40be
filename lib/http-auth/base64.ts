/** Base64 and base64url, written and read strictly (RFC 4648 §4, §5): one text for each sequence of octets. */

const common = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const standard = `${common}+/`;
const urlSafe = `${common}-_`;
const none = 255;
const standardValues = valueTable(standard);
const urlSafeValues = valueTable(urlSafe);

/** Octets as Base64 with its padding (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encode(bytes, standard);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Octets as base64url without padding (RFC 7515 §2). */
export function encodeBase64url(bytes: Uint8Array): string {
  return encode(bytes, urlSafe);
}

/** The octets of Base64, or undefined: other letters, missing padding and leftover bits are refused. */
export function decodeBase64(text: string): Uint8Array | undefined {
  return text.length % 4 ? undefined : decode(text.replace(/={1,2}$/, ''), standardValues);
}

/** The octets of base64url, or undefined: other letters, padding and leftover bits are refused. */
export function decodeBase64url(text: string): Uint8Array | undefined {
  return decode(text, urlSafeValues);
}

/** The value of each letter by its code; all of them are ASCII. */
function valueTable(letters: string): Uint8Array {
  const table = new Uint8Array(128).fill(none);
  for (const [value, letter] of [...letters].entries()) table[letter.charCodeAt(0)] = value;
  return table;
}

function encode(bytes: Uint8Array, letters: string): string {
  let text = '';
  let bitCount = 0;
  let bits = 0;
  for (const byte of bytes) {
    bitCount = ((bitCount << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 6; bits -= 6) text += letters[(bitCount >> (bits - 6)) & 63];
  }
  return bits ? text + letters[(bitCount << (6 - bits)) & 63] : text;
}

function decode(text: string, values: Uint8Array): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bitCount = 0;
  let bits = 0;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? none;
    if (value === none) return undefined;
    bitCount = ((bitCount << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (bitCount >> bits) & 255;
    }
  }
  // What is left over is less than a letter, and none of its bits is set: so no other text has these octets.
  return bits < 6 && (bitCount & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

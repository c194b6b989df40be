/** Base64 and base64url, written and read strictly (RFC 4648 §4, §5): one text for each sequence of octets. */

const common = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const standard = `${common}+/`;
const urlSafe = `${common}-_`;

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
  const bytes = decode(text.replace(/={1,2}$/, ''), standard);
  return bytes && encodeBase64(bytes) === text ? bytes : undefined;
}

/** The octets of base64url, or undefined: other letters, padding and leftover bits are refused. */
export function decodeBase64url(text: string): Uint8Array | undefined {
  const bytes = decode(text, urlSafe);
  return bytes && encodeBase64url(bytes) === text ? bytes : undefined;
}

function encode(bytes: Uint8Array, letters: string): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 6; bits -= 6) text += letters[(held >> (bits - 6)) & 63];
  }
  return bits ? text + letters[(held << (6 - bits)) & 63] : text;
}

function decode(text: string, letters: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 255;
    }
  }
  return bytes;
}

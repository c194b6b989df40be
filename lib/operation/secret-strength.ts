/** Whether a secret can be guessed. From one wallet a weak one is found in a list of words, and with it all others. */

/** 32 octets, as `openssl rand -base64 32` prints them. */
const leastBits = 256;

const alphabets: readonly [RegExp, number][] = [
  [/^\d+$/, 10],
  [/^[\da-f]+$/, 16],
  [/^[\dA-F]+$/, 16],
  // Base64, also where a text happens to have no digit.
  [/^(?=.*[a-z])(?=.*[A-Z])[\w+/=-]+$/, 64],
];
const parts: readonly [RegExp, number][] = [
  [/\d/, 10],
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[^\da-zA-Z]/, 32],
];

/**
 * Why `secret` is refused, in a sentence that does not repeat it, or undefined. What is counted is the most that a text of
 * this length and these characters can hold; a text of few characters, or one that repeats itself, is refused at any length.
 */
export function secretTrouble(secret: string | undefined): string | undefined {
  const advice = 'set it to 32 random bytes, as `openssl rand -base64 32` prints them.';
  if (!secret) return `DOORMAN_SECRET is not set: ${advice}`;
  const distinct = new Set(secret).size;
  if (bitsOf(secret) < leastBits || distinct < 8 || /^(.+?)\1+$/s.test(secret)) {
    return `DOORMAN_SECRET can be guessed: ${advice}`;
  }
  return undefined;
}

function bitsOf(secret: string): number {
  const size =
    alphabets.find(([form]) => form.test(secret))?.[1] ??
    parts.reduce((sum, [part, letters]) => sum + (part.test(secret) ? letters : 0), 0);
  return secret.length * Math.log2(size);
}

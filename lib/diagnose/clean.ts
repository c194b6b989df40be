/** A pasted text made plain: what a terminal acts on is taken out, line ends are alike, and binary is refused. */

/** More than this is refused: a browser would show nothing for too long. */
export const mostCharacters = 20_000_000;

export type Cleaned =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** Sequences that colour a terminal: each pattern reads a bounded run, so time stays linear. */
const escapes =
  /\x1b\[[0-9;:?]{0,32}[ -/]{0,4}[@-~]|\x1b\][^\x07\x1b\n]{0,300}(?:\x07|\x1b\\)?|\x1b[()][0-9A-Za-z]|\x1b[=>cM78]/g;

/** Marks that turn the direction of what follows or cannot be seen, and a byte order mark. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** How much of a text is looked at to tell whether it is one. */
const probe = 4096;

/** Reads `text` as plain lines, or says in one sentence why it cannot be. */
export function clean(text: string): Cleaned {
  if (text.length > mostCharacters) {
    const megabytes = Math.round(text.length / 1_000_000);
    return {
      ok: false,
      reason: `This is ${megabytes} MB, and 20 MB are the most. Cut out the request that fails, with its response.`,
    };
  }
  if (isBinary(text)) {
    return {
      ok: false,
      reason:
        'This is not text, but a picture, an archive or another binary file. Paste a request, a response or a message.',
    };
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(escapes, '').replace(unseen, '').replace(controls, '');
  return plain.trim() === ''
    ? {
        ok: false,
        reason: 'There is nothing to read. Paste a request, a response, a log or an error message.',
      }
    : { ok: true, text: plain };
}

/** True where more than a tenth of the beginning are characters that no text has. */
function isBinary(text: string): boolean {
  const start = text.slice(0, probe);
  let odd = 0;
  for (let at = 0; at < start.length; at += 1) {
    const code = start.charCodeAt(at);
    if (code === 0xfffd || code === 0 || (code < 32 && ![9, 10, 12, 13, 27].includes(code))) odd += 1;
  }
  return odd > start.length / 10;
}

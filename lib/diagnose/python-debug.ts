/** The output of Python's http.client in debug mode, written out as HTTP text. */

const sign = /^(?:send: b['"]|reply: ['"]HTTP\/|header: )/m;

/** `text` with its `send:`, `reply:` and `header:` lines as HTTP lines, or undefined where there are none. */
export function readPython(text: string): string | undefined {
  if (!sign.test(text.slice(0, 200_000))) return undefined;
  const lines = text.split('\n').map((line) => {
    if (line.startsWith('send: b')) return `\n${unescaped(line.slice(8, -1))}`;
    if (line.startsWith('reply: ')) return unescaped(line.slice(8, -1)).trim();
    if (line.startsWith('header: ')) return line.slice(8);
    return line;
  });
  return lines.join('\n');
}

function unescaped(text: string): string {
  return text.replace(/\\(?:r\\n|n|r|t|x[0-9a-f]{2}|.)/g, (found) => {
    if (found === '\\r\\n' || found === '\\n') return '\n';
    if (found === '\\r') return '';
    if (found === '\\t') return '\t';
    if (found[1] === 'x' && found.length === 4)
      return String.fromCharCode(Number.parseInt(found.slice(2), 16));
    return found.slice(1);
  });
}

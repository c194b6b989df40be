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
  return text.replace(/\\(?:r\\n|n|r|t|x[0-9a-f]{2}|.)/g, (match) => {
    if (match === '\\r\\n' || match === '\\n') return '\n';
    if (match === '\\r') return '';
    if (match === '\\t') return '\t';
    if (match[1] === 'x' && match.length === 4)
      return String.fromCharCode(Number.parseInt(match.slice(2), 16));
    return match.slice(1);
  });
}

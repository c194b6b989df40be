/** Texts of a size, to measure how long a diagnosis takes. */

const exchange = (number: number) => `> GET /orders/${number} HTTP/1.1
> Host: api.example
> User-Agent: curl/8.4.0
> Authorization: Bearer opaque-token-${number}
>
< HTTP/1.1 ${number % 7 === 0 ? '401 Unauthorized' : '200 OK'}
< Date: Tue, 01 Sep 2026 10:00:00 GMT
< Content-Type: application/json
<
{"number":${number},"note":"nothing special here"}
`;

const logLine = (number: number) =>
  `2026-09-01T10:00:${String(number % 60).padStart(2, '0')}Z INFO [http-${number % 8}] GET /orders/${number} ${number % 50 === 0 ? 401 : 200} 12ms agent="Mozilla/5.0"\n`;

function filled(size: number, piece: (number: number) => string): string {
  const parts: string[] = [];
  for (let length = 0, number = 0; length < size; number += 1) {
    const part = piece(number);
    parts.push(part);
    length += part.length;
  }
  return parts.join('').slice(0, size);
}

/** A HAR of about `size` characters, of whose exchanges some were refused. */
function har(size: number): string {
  const entries: object[] = [];
  for (let length = 0, number = 0; length < size; number += 1) {
    const entry = {
      startedDateTime: '2026-09-01T10:00:00Z',
      request: {
        method: 'GET',
        url: `https://api.example/orders/${number}`,
        headers: [{ name: 'Accept', value: 'application/json' }],
      },
      response: {
        status: number % 20 === 0 ? 401 : 200,
        statusText: '',
        headers: [{ name: 'Content-Type', value: 'application/json' }],
        content: { text: 'nothing special here '.repeat(60) },
      },
    };
    entries.push(entry);
    length += JSON.stringify(entry).length;
  }
  return JSON.stringify({ log: { version: '1.2', entries } });
}

const KiB = 1024;
const MB = 1_000_000;

/** What is measured, and how many milliseconds of one core it may take. */
export const measured: readonly { readonly name: string; readonly text: string; readonly most: number }[] = [
  { name: '256 KiB of curl -v', text: filled(256 * KiB, exchange), most: 100 },
  { name: '256 KiB of a log', text: filled(256 * KiB, logLine), most: 100 },
  { name: 'a HAR of 5 MB', text: har(5 * MB), most: 1000 },
  { name: 'a log of 5 MB', text: filled(5 * MB, logLine), most: 1000 },
];

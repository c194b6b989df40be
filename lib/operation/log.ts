/** What the server says of itself: a line of JSON with its date where `REQUEST_LOG` is on, else a plain sentence. */

export type Level = 'info' | 'warn' | 'error';

/** True where every request has a line in the log. */
export function isLogging(): boolean {
  return process.env.REQUEST_LOG === 'on';
}

/** Writes an event of the server itself. `message` is ours: nothing that a client sent belongs in it. */
export function report(level: Level, message: string): void {
  if (isLogging()) writeLine({ level, message });
  else console.error(message);
}

let lines: string[] = [];

/** Writes a line of JSON. Lines of one turn are written together. */
export function writeLine(event: Readonly<Record<string, string | number | boolean>>): void {
  if (!lines.length) setImmediate(flushLog);
  lines.push(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
}

/** Writes what waits. */
export function flushLog(): void {
  const text = lines.join('');
  lines = [];
  if (text) process.stdout.write(text);
}

// What curl prints about an exchange, as text: on a narrow screen it wraps, and it can be copied.
import { execFile } from 'node:child_process';

/**
 * The command and what `curl -v` says, without the body; undefined where there is no curl.
 * @param {string} origin
 * @returns {Promise<string | undefined>}
 */
export function recordCurl(origin) {
  const address = `${origin}/api/sandbox/wrong-password/my-attempt-1/mail`;
  const args = ['-v', '-u', 'alan:let-me-in', address];
  return new Promise((resolve, reject) => {
    execFile('curl', ['--no-progress-meter', ...args], { timeout: 30_000 }, (error, _body, said) => {
      if (error) return error.code === 'ENOENT' ? resolve(undefined) : reject(error);
      // In a terminal curl does not say how many bytes it read: this is for who sends its output elsewhere.
      const lines = said.split(/\r?\n/).filter((line) => !/^[{}] \[/.test(line));
      resolve(`$ curl ${args.join(' ')}\n${lines.join('\n').trimEnd()}\n`);
    });
  });
}

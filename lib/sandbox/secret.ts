/** The server's secret, from which all attempts derive. */

/** `DOORMAN_SECRET`; the commands make one where it is not set. Throws where the server was started without. */
export function serverSecret(): string {
  const secret = process.env.DOORMAN_SECRET;
  if (!secret)
    throw new Error('DOORMAN_SECRET is not set: start with `npm start` or `npm run dev`, or set it');
  return secret;
}

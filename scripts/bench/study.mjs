// Learns from the open Basic door what a bare server has to know to answer as the door does.

/** The attempt that is measured, as a path below the API's folders. */
export const door = 'open-basic/bench-0123456789';

/** Field lines that every server of Node.js writes by itself. */
const own = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 */
async function answer(url, headers) {
  const response = await fetch(url, { headers });
  const fields = [...response.headers].filter(([name]) => !own.includes(name));
  return { status: response.status, fields, content: await response.json() };
}

/**
 * The accounts of the door, its resource, and one answer of each kind, with what was sent for it.
 * @param {string} origin
 */
export async function study(origin) {
  const brief = await (await fetch(`${origin}/api/briefs/${door}`)).json();
  /** @param {string} name @returns {string} */
  const value = (name) =>
    brief.wallet.find((/** @type {{ name: string }} */ entry) => entry.name === name).value;
  const pair = `${value('username')}:${value('password')}`;
  const credentials = { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  const url = `${origin}/api/sandbox/${door}/`;
  return {
    accounts: [
      [value('username'), value('password')],
      [value('reader-username'), value('reader-password')],
    ],
    credentials,
    open: await answer(url, credentials),
    closed: await answer(url, {}),
  };
}

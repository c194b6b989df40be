// Learns from the open doors what has to be sent to them, and what a bare server has to know to answer as open-basic.

/** The attempt that is measured. */
const attempt = 'bench-0123456789';

/** Field lines that every server of Node.js writes by itself. */
const automatic = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

/**
 * The address of an open door.
 * @param {string} origin
 * @param {string} slug
 */
export function doorUrl(origin, slug) {
  return `${origin}/api/sandbox/${slug}/${attempt}/`;
}

/**
 * A function that gives the credentials which the brief of a resource hands out.
 * @param {string} origin
 * @param {string} slug
 * @returns {Promise<(name: string) => string>}
 */
export async function walletOf(origin, slug) {
  const brief = await (await fetch(`${origin}/api/briefs/${slug}/${attempt}`)).json();
  return (name) => brief.wallet.find((/** @type {{ name: string }} */ entry) => entry.name === name).value;
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 */
async function answer(url, headers) {
  const response = await fetch(url, { headers });
  const fields = [...response.headers].filter(([name]) => !automatic.includes(name));
  return { status: response.status, fields, content: await response.json() };
}

/** @param {string} pair */
export function basic(pair) {
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/**
 * The accounts of open-basic and one answer of each kind, with what was sent for it.
 * @param {string} origin
 */
export async function study(origin) {
  const value = await walletOf(origin, 'open-basic');
  const credentials = basic(`${value('username')}:${value('password')}`);
  const url = doorUrl(origin, 'open-basic');
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

// Logging in through a form, as a browser does it: cookies come back, and a hidden field where there is one.
import { exchange, requestText, storable } from './wire.mjs';

/** @typedef {import('./questions.mjs').Ask} Ask */

/**
 * @param {number} port
 * @param {any} resource
 * @param {{ username: string, password: string }} who
 * @returns {Promise<{ before: { request: string, response: any }[], ask: Ask, cookies: Map<string, string> }>}
 */
export async function loginForm(port, resource, who) {
  const { page, field, pattern, names } = resource.login;
  /** @type {Map<string, string>} */
  const cookies = new Map();
  const before = [];
  let hidden = '';
  if (page) {
    const request = requestText({ method: 'GET', path: page, lines: [] });
    const bytes = await exchange(port, request);
    collect(cookies, bytes);
    hidden = new RegExp(pattern).exec(bytes.toString('latin1'))?.[1] ?? '';
    before.push({ request, response: storable(bytes) });
  }
  const body = new URLSearchParams({
    ...(field ? { [field]: hidden } : {}),
    [names[0]]: who.username,
    [names[1]]: who.password,
  }).toString();
  const lines = [
    ...cookieLines(cookies),
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return { before, ask: { method: 'POST', path: resource.paths.login ?? '/login', lines, body }, cookies };
}

/**
 * Logs in, and resolves with the exchanges that it took and the cookies afterwards.
 * @param {number} port
 * @param {any} resource
 * @param {{ username: string, password: string }} who
 */
export async function logIn(port, resource, who) {
  const { before, ask, cookies } = await loginForm(port, resource, who);
  const request = requestText(ask);
  const bytes = await exchange(port, request);
  collect(cookies, bytes);
  return { before: [...before, { request, response: storable(bytes) }], lines: cookieLines(cookies) };
}

/** @param {Map<string, string>} cookies @param {Buffer} bytes */
function collect(cookies, bytes) {
  const head = bytes.toString('latin1').split('\r\n\r\n')[0] ?? '';
  for (const [, name = '', value = ''] of head.matchAll(/\r\nset-cookie: *([^=;\r]+)=([^;\r]*)/gi))
    cookies.set(name, value);
}

/** @param {Map<string, string>} cookies */
function cookieLines(cookies) {
  return cookies.size
    ? [`Cookie: ${[...cookies].map(([name, value]) => `${name}=${value}`).join('; ')}`]
    : [];
}

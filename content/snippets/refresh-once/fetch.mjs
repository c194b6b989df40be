const { DOORMAN, CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN } = process.env;
const pair = [CLIENT_ID, CLIENT_SECRET].map(encodeURIComponent).join(':');
const first = { access_token: 'of-yesterday', refresh_token: REFRESH_TOKEN };
let tokens = Promise.resolve(first); // All calls wait for the same renewal.
async function renew({ refresh_token }) {
  const grant_type = 'refresh_token';
  const body = new URLSearchParams({ grant_type, refresh_token });
  const headers = { Authorization: `Basic ${btoa(pair)}` };
  const form = { method: 'POST', headers, body };
  const answer = await fetch(`${DOORMAN}/token`, form);
  if (!answer.ok) throw new Error('Sign in again.');
  return { refresh_token, ...(await answer.json()) }; // The newest.
}
const send = ({ access_token: token }) =>
  fetch(DOORMAN, { headers: { Authorization: `Bearer ${token}` } });
async function call() {
  const used = tokens;
  const { status, headers } = await send(await used);
  const challenge = headers.get('WWW-Authenticate') ?? ''; // Many send none.
  const [, error = 'invalid_token'] = /\berror="?(\w+)/.exec(challenge) ?? [];
  if (status !== 401 || error !== 'invalid_token') return status;
  if (used === tokens) tokens = used.then(renew);
  return (await send(await tokens)).status; // Replayed once, not again.
}
console.log(...new Set(await Promise.all(Array(20).fill(0).map(call))));

const { DOORMAN, GRACE_USERNAME, GRACE_PASSWORD } = process.env;
const headers = {
  Authorization: `Basic ${btoa(`${GRACE_USERNAME}:${GRACE_PASSWORD}`)}`,
};

// This works in Node. A page cannot read a redirect, only follow it.
const first = await fetch(`${DOORMAN}/start`, {
  headers,
  redirect: 'manual',
});
const next = new URL(first.headers.get('Location'), first.url);

// Send the password only to hosts that you trust.
const trusted = ['localhost', '127.0.0.1'];
if (!trusted.includes(next.hostname)) throw new Error(`Not to ${next.host}`);

const response = await fetch(next, { headers, redirect: 'error' });
console.log(response.status);

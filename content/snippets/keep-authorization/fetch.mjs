const { DOORMAN, GRACE_USERNAME, GRACE_PASSWORD } = process.env;
const headers = {
  Authorization: `Basic ${btoa(`${GRACE_USERNAME}:${GRACE_PASSWORD}`)}`,
};

// In Node. A page may not look at a redirect, only follow it.
const first = await fetch(`${DOORMAN}/start`, {
  headers,
  redirect: 'manual',
});
const next = new URL(first.headers.get('Location'), first.url);

// Where you would not type the password, do not send it.
const trusted = ['localhost', '127.0.0.1'];
if (!trusted.includes(next.hostname)) throw new Error(`Not to ${next.host}`);

const response = await fetch(next, { headers, redirect: 'error' });
console.log(response.status);

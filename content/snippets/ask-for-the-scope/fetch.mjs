const { DOORMAN, CLIENT_ID, CLIENT_SECRET } = process.env;
const client = btoa(
  [CLIENT_ID, CLIENT_SECRET].map(encodeURIComponent).join(':'),
);

async function write(scope) {
  const token = await fetch(`${DOORMAN}/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${client}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  const { access_token } = await token.json();
  const headers = { Authorization: `Bearer ${access_token}` };
  return fetch(`${DOORMAN}/write`, { headers });
}

let response = await write('read');
const challenge = response.headers.get('WWW-Authenticate') ?? '';
const [, missing] = /[ ,]scope="([^"]+)"/i.exec(challenge) ?? [];
if (response.status === 403 && missing) {
  // Asks for the old scope and the missing one, once.
  response = await write(`read ${missing}`);
}
console.log(response.status);

const { DOORMAN, CLIENT_ID, CLIENT_SECRET } = process.env;

// A space becomes a plus sign, everything else special %XX, as in a form.
const encoded = (text) => new URLSearchParams({ '': text }).toString().slice(1);
const pair = `${encoded(CLIENT_ID)}:${encoded(CLIENT_SECRET)}`;

const response = await fetch(`${DOORMAN}/token`, {
  method: 'POST',
  headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
});
console.log(response.status);

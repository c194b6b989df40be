const { DOORMAN, CLIENT_ID, CLIENT_SECRET } = process.env;

const pair = Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64');
const answer = await fetch(`${DOORMAN}/token`, {
  method: 'POST',
  headers: { Authorization: `Basic ${pair}` },
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    resource: 'https://parcels.example',
  }),
});
const { access_token } = await answer.json();

// One token for each API: store it under the name of its API.
const response = await fetch(`${DOORMAN}/parcels`, {
  headers: { Authorization: `Bearer ${access_token}` },
});
console.log(response.status);

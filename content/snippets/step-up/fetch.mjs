const { DOORMAN, TOKEN, CLIENT_ID: id, CLIENT_SECRET: secret } = process.env;
const client = { Authorization: `Basic ${btoa(`${id}:${secret}`)}` };
const open = (token) =>
  fetch(`${DOORMAN}/vault`, { headers: { Authorization: `Bearer ${token}` } });

/** Here a form stands in for the sign-in page, to which a browser goes. */
async function signInAgain(demands) {
  const body = new URLSearchParams(demands);
  body.set('grant_type', 'refresh_token');
  body.set('refresh_token', process.env.REFRESH_TOKEN);
  const ask = { method: 'POST', headers: client, body };
  return (await (await fetch(`${DOORMAN}/token`, ask)).json()).access_token;
}

let response = await open(TOKEN);
const challenge = response.headers.get('WWW-Authenticate') ?? '';
if (challenge.includes('insufficient_user_authentication')) {
  const read = (name) => new RegExp(`${name}="?([^",]+)`).exec(challenge)?.[1];
  const demands = { acr_values: read('acr_values'), max_age: read('max_age') };
  response = await open(await signInAgain(demands)); // Once, not again.
}
console.log(response.status);

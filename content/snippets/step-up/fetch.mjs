const { DOORMAN, TOKEN, CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN } = process.env;
const open = (token) =>
  fetch(`${DOORMAN}/vault`, { headers: { Authorization: `Bearer ${token}` } });

/** Here a form stands in for the sign-in page, to which a browser goes. */
async function signInAgain(demands) {
  const answer = await fetch(`${DOORMAN}/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${CLIENT_ID}:${CLIENT_SECRET}`)}` },
    body: new URLSearchParams({
      grant_type: 'refresh_token', refresh_token: REFRESH_TOKEN, ...demands,
    }),
  });
  return (await answer.json()).access_token;
}

let response = await open(TOKEN);
const challenge = response.headers.get('WWW-Authenticate') ?? '';
if (challenge.includes('insufficient_user_authentication')) {
  const read = (name) => new RegExp(`${name}="?([^",]+)`).exec(challenge)?.[1];
  const demands = { acr_values: read('acr_values'), max_age: read('max_age') };
  response = await open(await signInAgain(demands)); // Once, not again.
}
console.log(response.status);

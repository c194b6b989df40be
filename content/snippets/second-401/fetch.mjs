const { DOORMAN, SHELF_USERNAME, SHELF_PASSWORD } = process.env;
const basic = (password) => `Basic ${btoa(`${SHELF_USERNAME}:${password}`)}`;
const send = (authorization) =>
  fetch(`${DOORMAN}/shelf`, {
    headers: authorization ? { Authorization: authorization } : {},
  });

/** Sends credentials once. The same challenge after that ends it. */
async function open(password) {
  const first = await send();
  if (first.status !== 401) return first;
  const asked = first.headers.get('WWW-Authenticate');
  const second = await send(basic(password));
  if (second.status !== 401) return second;
  if (second.headers.get('WWW-Authenticate') !== asked)
    throw new Error('Another challenge: read its scheme, realm and error.');
  const { detail } = await second.json();
  console.log('Refused:', detail); // For the person, who can correct it.
  return second;
}

console.log((await open('toy-of-last-year')).status);
console.log((await open(SHELF_PASSWORD)).status);

const { DOORMAN, USERNAME, PASSWORD } = process.env;
const login = await fetch(`${DOORMAN}/login`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ username: USERNAME, password: PASSWORD }),
});
// A browser would do this by itself.
const [cookie] = login.headers.getSetCookie()[0].split(';');

// The token comes in the content, where a foreign page cannot read it.
const page = await fetch(`${DOORMAN}/csrf`, {
  headers: { Cookie: cookie },
});
const { csrf } = await page.json();

const response = await fetch(`${DOORMAN}/transfer`, {
  method: 'POST',
  headers: { Cookie: cookie, 'X-CSRF-Token': csrf },
});
console.log(response.status);

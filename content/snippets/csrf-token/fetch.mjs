const { DOORMAN, USERNAME, PASSWORD } = process.env;
const login = await fetch(`${DOORMAN}/login`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ username: USERNAME, password: PASSWORD }),
});
// A browser does this automatically.
const [cookie] = login.headers.getSetCookie()[0].split(';');

// The token is in the body, which pages of other origins cannot read.
const page = await fetch(`${DOORMAN}/csrf`, {
  headers: { Cookie: cookie },
});
const { csrf } = await page.json();

const response = await fetch(`${DOORMAN}/transfer`, {
  method: 'POST',
  headers: { Cookie: cookie, 'X-CSRF-Token': csrf },
});
console.log(response.status);

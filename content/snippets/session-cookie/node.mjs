const { DOORMAN, USERNAME, PASSWORD } = process.env;

const login = await fetch(`${DOORMAN}/login`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ username: USERNAME, password: PASSWORD }),
});

// Browsers keep cookies, Node's fetch does not. So send them yourself:
// name and value, without the attributes.
const cookies = login.headers.getSetCookie().map((line) => line.split(';')[0]);
const response = await fetch(`${DOORMAN}/`, {
  headers: { Cookie: cookies.join('; ') },
});
console.log(response.status);

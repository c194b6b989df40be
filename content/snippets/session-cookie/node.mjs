const { DOORMAN, USERNAME, PASSWORD } = process.env;

const login = await fetch(`${DOORMAN}/login`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ username: USERNAME, password: PASSWORD }),
});

// fetch keeps cookies in browsers. In Node you carry them yourself:
// name and value go back, the attributes do not.
const cookies = login.headers.getSetCookie().map((line) => line.split(';')[0]);
const response = await fetch(`${DOORMAN}/`, {
  headers: { Cookie: cookies.join('; ') },
});
console.log(response.status);

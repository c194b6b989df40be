const { DOORMAN, USERNAME, PASSWORD } = process.env;

// btoa takes only Latin-1, so encode the text as UTF-8 first.
const bytes = new TextEncoder().encode(`${USERNAME}:${PASSWORD}`);
const credentials = btoa(String.fromCharCode(...bytes));

const response = await fetch(`${DOORMAN}/`, {
  headers: { Authorization: `Basic ${credentials}` },
});
console.log(response.status);

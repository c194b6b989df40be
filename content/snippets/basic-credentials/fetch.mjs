const { DOORMAN, USERNAME, PASSWORD } = process.env;

// btoa takes nothing beyond Latin-1, so the text becomes UTF-8 first.
const octets = new TextEncoder().encode(`${USERNAME}:${PASSWORD}`);
const credentials = btoa(String.fromCharCode(...octets));

const response = await fetch(`${DOORMAN}/`, {
  headers: { Authorization: `Basic ${credentials}` },
});
console.log(response.status);

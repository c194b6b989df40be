const { DOORMAN, USERNAME, PASSWORD } = process.env;

// A secret that was read from a file brings the line feed of its end.
const password = PASSWORD.replace(/\r?\n$/, '');
const pair = Buffer.from(`${USERNAME}:${password}`, 'utf8');

const response = await fetch(`${DOORMAN}/`, {
  headers: { Authorization: `Basic ${pair.toString('base64')}` },
});
console.log(response.status);

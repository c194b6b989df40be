const { DOORMAN, USERNAME, PASSWORD } = process.env;

// A password from a file often ends with a line feed.
const password = PASSWORD.replace(/\r?\n$/, '');
const pair = Buffer.from(`${USERNAME}:${password}`, 'utf8');

const response = await fetch(`${DOORMAN}/`, {
  headers: { Authorization: `Basic ${pair.toString('base64')}` },
});
console.log(response.status);

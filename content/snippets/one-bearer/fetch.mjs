const { DOORMAN, TOKEN } = process.env;

// Without this line, "Bearer undefined" would cross the wire.
if (!TOKEN) throw new Error('There is no token.');

const response = await fetch(`${DOORMAN}/`, {
  headers: { Authorization: `Bearer ${TOKEN}` },
});
console.log(response.status);

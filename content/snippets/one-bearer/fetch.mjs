const { DOORMAN, TOKEN } = process.env;

// Without this check, "Bearer undefined" could be sent.
if (!TOKEN) throw new Error('There is no token.');

const response = await fetch(`${DOORMAN}/`, {
  headers: { Authorization: `Bearer ${TOKEN}` },
});
console.log(response.status);

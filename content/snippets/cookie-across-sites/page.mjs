// Both calls need it: without "include", the browser ignores the
// Set-Cookie of the sign-in, and does not send the cookie later.
const everyCall = { credentials: 'include' };
const api = 'https://api.pay.example';

await fetch(`${api}/login`, { ...everyCall, method: 'POST' });
const response = await fetch(`${api}/invoices`, everyCall);
console.log(response.status);

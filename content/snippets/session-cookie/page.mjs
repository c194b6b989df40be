// A page of another origin has to say "include", and the server has
// to name that origin in Access-Control-Allow-Origin and to send
// Access-Control-Allow-Credentials: true. Across sites the cookie
// needs SameSite=None; Secure as well.
const response = await fetch('https://api.shop.example/desk', {
  credentials: 'include',
});
console.log(response.status);

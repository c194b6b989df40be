// "include" sends cookies to another origin. To another site, the cookie
// needs SameSite=None; Secure, and Safari still blocks it. To let the
// page read the answer, the server names the page's origin in
// Access-Control-Allow-Origin, and sends
// Access-Control-Allow-Credentials: true.
const response = await fetch('https://api.shop.example/desk', {
  credentials: 'include',
});
console.log(response.status);

const response = await fetch(`${process.env.DOORMAN}/`);

// Several challenges come as one text, joined by commas. A page of
// another origin can read it only if the server sends
// Access-Control-Expose-Headers: WWW-Authenticate.
console.log(response.status);
console.log(response.headers.get('WWW-Authenticate'));

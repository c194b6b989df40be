const response = await fetch(`${process.env.DOORMAN}/`);

// Several challenges arrive as one text, joined by commas. A page of
// another origin sees it only if the server allows it with
// Access-Control-Expose-Headers: WWW-Authenticate.
console.log(response.status);
console.log(response.headers.get('WWW-Authenticate'));

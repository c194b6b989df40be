const { DOORMAN, ADA_SMALL_TOKEN, GRACE_TOKEN } = process.env;
const drive = `${DOORMAN}/files/7`;
const cluster = `${DOORMAN}/api/v1/namespaces/shop/pods`;

/** What a refusal means, as far as its headers and its body say it. */
async function meaning({ status, headers, body }) {
  const text = await new Response(body).text();
  const json = text.startsWith('{') ? JSON.parse(text) : {};
  if (headers.get('X-RateLimit-Remaining') === '0') {
    const reset = Number(headers.get('X-RateLimit-Reset'));
    return `wait until ${new Date(reset * 1000).toISOString()}`;
  }
  if (json.kind === 'Status' && json.message.includes('system:anonymous'))
    return 'no credentials arrived';
  return json.error?.errors?.[0]?.reason ?? json.reason ?? String(status);
}
const send = (url, token) =>
  fetch(url, token && { headers: { Authorization: `Bearer ${token}` } });

console.log(await meaning(await send(cluster)));
console.log(await meaning(await send(drive, ADA_SMALL_TOKEN)));
console.log(await meaning(await send(drive, GRACE_TOKEN)));

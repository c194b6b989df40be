const { DOORMAN, CLIENT_ID: id, CLIENT_SECRET: secret } = process.env;
const resource = `${DOORMAN}/letters`;
const client = { Authorization: `Basic ${btoa(`${id}:${secret}`)}` };
const json = async (...request) => (await fetch(...request)).json();
const wellKnown = '/.well-known/oauth-authorization-server';
async function tokenFor(link, scope) {
  const metadata = await json(link);
  if (metadata.resource !== resource) throw new Error('Of another resource');
  const server = await json(metadata.authorization_servers[0] + wellKnown);
  const form = { grant_type: 'client_credentials', resource, scope };
  const body = new URLSearchParams(form);
  const ask = { method: 'POST', headers: client, body };
  return (await json(server.token_endpoint, ask)).access_token;
}
let [scopes, headers, tries] = ['', {}, 3]; // A limit, whatever the server says.
while (tries--) {
  const response = await fetch(resource, { method: 'POST', headers });
  console.log(response.status);
  if (response.ok) break;
  const challenge = response.headers.get('WWW-Authenticate') ?? '';
  const read = (name) => new RegExp(`\\b${name}="([^"]+)`).exec(challenge)?.[1];
  scopes = `${scopes} ${read('scope')}`.trim(); // The old and the new ones.
  const token = await tokenFor(read('resource_metadata'), scopes);
  headers = { Authorization: `Bearer ${token}` };
}

const { DOORMAN, MORNING_TOKEN, DRAFTS_TOKEN, REPORTS_TOKEN } = process.env;
const send = (token) =>
  fetch(`${DOORMAN}/reports`, {
    headers: token ? { Authorization: `Bearer ${token}` } : {},
  });

let { status, headers } = await send();
const tried = new Set();
while (!tried.has(headers.get('WWW-Authenticate')) && status !== 200) {
  const challenge = headers.get('WWW-Authenticate') ?? '';
  tried.add(challenge); // The same challenge twice: stop.
  const [, code = 'none'] = /\berror="?([\w-]+)/.exec(challenge) ?? [];
  const token = {
    none: MORNING_TOKEN, // Nothing was sent: send the token that is there.
    invalid_token: DRAFTS_TOKEN, // Usually: renew it.
    insufficient_scope: REPORTS_TOKEN, // Usually: ask for the scope.
  }[code];
  if (!token) throw new Error(`${code}: the request itself is wrong.`);
  ({ status, headers } = await send(token));
  console.log(code, status);
}

const tokens = new Map([['toy-token-of-ada', 'ada']]);

// app/drafts/route.ts
export async function GET(request: Request): Promise<Response> {
  const sent = request.headers.get('Authorization') ?? '';
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(sent) ?? [];
  const principal = tokens.get(token);
  if (principal) return Response.json({ of: principal });

  const error = token ? ', error="invalid_token"' : '';
  const challenge = `Bearer realm="drafts"${error}`;
  return new Response(null, {
    status: 401,
    headers: { 'WWW-Authenticate': challenge },
  });
}

type Session = { principal: string };
declare function sessionOf(request: Request): Promise<Session | null>;
declare function findDraft(id: string): Promise<{ owner: string } | null>;

// app/drafts/[id]/route.ts
type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context) {
  const session = await sessionOf(request);
  if (!session) {
    const headers = { 'WWW-Authenticate': 'Session realm="drafts"' };
    return new Response(null, { status: 401, headers });
  }
  const draft = await findDraft((await params).id);
  if (!draft) return new Response(null, { status: 404 });
  if (draft.owner !== session.principal)
    return new Response(null, { status: 403 });
  return Response.json(draft);
}

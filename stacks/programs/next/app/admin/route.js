import { user } from '../../lib';

export async function GET() {
  const name = await user();
  if (!name) return new Response(null, { status: 401 });
  return name === 'ada' ? new Response('Come in.\n') : new Response(null, { status: 403 });
}

import { user } from '../../lib';

export async function GET() {
  if (!(await user())) return new Response(null, { status: 401 });
  return new Response('Come in.\n');
}

import { notFound } from 'next/navigation';
import { user } from '../../lib';

export async function GET() {
  const name = await user();
  if (!name) return new Response(null, { status: 401 });
  if (name !== 'ada') notFound();
  return new Response('Come in.\n');
}

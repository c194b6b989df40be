import { notFound, unauthorized } from 'next/navigation';
import { user } from '../../../lib';

export default async function Hidden() {
  const name = await user();
  if (!name) unauthorized();
  if (name !== 'ada') notFound();
  return <p>Come in.</p>;
}

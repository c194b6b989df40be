import { forbidden, unauthorized } from 'next/navigation';
import { user } from '../../../lib';

export default async function Admin() {
  const name = await user();
  if (!name) unauthorized();
  if (name !== 'ada') forbidden();
  return <p>Come in.</p>;
}

import { unauthorized } from 'next/navigation';
import { user } from '../../../lib';

export default async function Private() {
  if (!(await user())) unauthorized();
  return <p>Come in.</p>;
}

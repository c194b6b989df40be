// What Next's guide to authentication calls the data access layer: who sent this?
import { jwtVerify } from 'jose';
import { headers } from 'next/headers';

const secret = new TextEncoder().encode('a-toy-secret-that-opens-nothing-else-0123456789');

export async function user() {
  const token = /^Bearer (.+)$/.exec((await headers()).get('authorization') ?? '')?.[1];
  if (!token) return null;
  const options = { audience: 'https://api.example', issuer: 'https://login.example' };
  return jwtVerify(token, secret, options).then(({ payload }) => payload.sub, () => null);
}

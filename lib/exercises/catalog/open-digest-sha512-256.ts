import { openDigest } from '../digest-endpoints';

export default openDigest({
  title: 'Open door: Digest with SHA-512/256',
  task: 'Digest with SHA-512-256, which some clients compute with another hash. Find out what yours does.',
  options: { algorithm: 'SHA-512-256', qop: ['auth', 'auth-int'] },
});

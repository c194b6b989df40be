import { openDigest } from '../digest-endpoints';

export default openDigest({
  title: 'Open door: Digest with MD5',
  task: 'Digest as the oldest clients know it: only MD5 and qop auth. For testing old clients, not as an example.',
  options: { algorithm: 'MD5', qop: ['auth'] },
});

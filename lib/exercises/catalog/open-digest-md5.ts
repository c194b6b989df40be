import { openDigest } from '../digest-doors';

export default openDigest({
  title: 'Open door: Digest with MD5',
  task: 'Digest as the oldest clients know it: MD5 and qop auth alone. For testing them, not for imitation.',
  options: { algorithm: 'MD5', qop: ['auth'] },
});

import { openDigest } from '../digest-endpoints';

export default openDigest({
  title: 'Open door: two Digest challenges',
  task: 'Two challenges of Digest, SHA-256 before MD5, for testing that your own client takes the first that it knows (RFC 7616 §3.7). A response to either is accepted.',
  options: { algorithm: 'SHA-256', qop: ['auth'] },
  second: 'MD5',
});

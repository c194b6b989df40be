import { anyone, requireRole } from '@/lib/http-auth/policies';
import { digestDraft } from '../digest-answers';
import { openDigest } from '../digest-endpoints';
import { get } from '../drafts';

export default openDigest({
  title: 'Open door: Digest',
  task: 'A plain Digest endpoint with SHA-256, auth and auth-int, userhash and -sess, for testing your own client.',
  options: { algorithm: 'SHA-256', qop: ['auth', 'auth-int'], userhash: true },
  routes: (staleSchemes) => ({
    '/admin': { policy: requireRole('administrator') },
    '/expired-nonce': { policy: anyone, schemes: staleSchemes },
  }),
  mistakes: [
    {
      name: 'the reader as administrator',
      draft: (w, ask) =>
        digestDraft(ask, get('/admin'), { username: w['reader-username'], password: w['reader-password'] }),
      status: 403,
      fails: 'role administrator is held',
    },
    {
      name: 'a nonce that was stale when it was given',
      draft: (wallet, ask) => digestDraft(ask, get('/expired-nonce'), wallet),
      status: 401,
      fails: 'nonce is still good',
    },
    {
      name: 'auth-int over other content',
      draft: (wallet, ask) =>
        digestDraft(ask, { method: 'POST', path: '/', fields: [], body: '{"a":1}' }, wallet, {
          qop: 'auth-int',
          body: '',
        }),
      status: 401,
      fails: 'response proves the password',
    },
  ],
});

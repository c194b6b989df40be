/** Anonymous requests with a name: what a cluster makes of those who bring no credentials. */
import { type Check, passed } from '@/lib/http-auth/decision';
import type { Scheme } from '@/lib/http-auth/scheme';

const stranger: Check = {
  stage: 'authentication',
  check: 'a request without credentials counts as system:anonymous',
  failure: 'nobody was recognised',
  rule: 'RFC 9110 §11.6.2',
};

/** Asked last: whoever brought nothing for the schemes before it goes on under a name of its own. */
export const anonymous: Scheme = {
  name: 'anonymous',
  registered: false,
  rule: 'RFC 9110 §11.6.2',
  field: 'Authorization',
  checks: [stranger],
  malformed: [],
  refusesWith: 403,
  standsForNothing: true,
  challenge: async (realm) => ({ scheme: 'anonymous', params: [['realm', realm]] }),
  async verify(_message, _realm, _env, note) {
    note(passed(stranger, 'no Bearer token in Authorization'));
    return { outcome: 'authenticated', principal: { name: 'system:anonymous' } };
  },
};

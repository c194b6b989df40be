import { anyone, requireRole } from '@/lib/http-auth/policies';
import { apiKey } from '@/lib/http-auth/schemes/api-key/api-key';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { toyKey } from '../people';

export default defineExercise({
  title: 'Open door: API key',
  task: 'A plain endpoint with a key in X-API-Key, for testing your own client. No RFC defines such a scheme; the challenge is ours.',
  level: 1,
  open: true,
  goal: { status: 200 },
  hints: [
    'The challenge names the header.',
    'An unknown key gets 401, a known one without the role 403.',
    'X-API-Key: ____, the key alone.',
  ],
  async resource(attempt) {
    const key = await toyKey(attempt, 'key');
    const readerKey = await toyKey(attempt, 'reader key');
    return {
      realm: 'open door',
      schemes: [
        apiKey({
          field: 'X-API-Key',
          keys: {
            [key]: { name: 'admin-app', roles: ['administrator'] },
            [readerKey]: { name: 'reader-app', roles: ['reader'] },
          },
        }),
      ],
      routes: {
        '/': { policy: anyone, methods: ['GET', 'POST'] },
        '/admin': { policy: requireRole('administrator') },
      },
      wallet: async () => ({
        key: { label: 'Key with role administrator', value: key },
        'reader-key': { label: 'Key with role reader', value: readerKey },
      }),
    };
  },
  start: () => get('/'),
  solution: ({ key }) => get('/', ['X-API-Key', key]),
  mistakes: [
    { name: 'no key', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'a key nobody knows',
      draft: () => get('/', ['X-API-Key', 'toy-nothing']),
      status: 401,
      fails: 'API key is known',
    },
    {
      name: 'the key as a Bearer token',
      draft: ({ key }) => get('/', authorization(`Bearer ${key}`)),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the reader as administrator',
      draft: (w) => get('/admin', ['X-API-Key', w['reader-key']]),
      status: 403,
      fails: 'role administrator is held',
    },
    {
      name: 'two keys',
      draft: (w) => get('/', ['X-API-Key', w.key], ['X-API-Key', w['reader-key']]),
      status: 400,
      fails: 'the key comes in one header line',
    },
  ],
});

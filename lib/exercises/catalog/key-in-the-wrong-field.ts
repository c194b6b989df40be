import { anyone } from '@/lib/http-auth/policies';
import { apiKey } from '@/lib/http-auth/schemes/api-key/api-key';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { toyKey } from '../people';

export default defineExercise({
  title: 'The key in the wrong header',
  task: 'The key is right, but the weather station does not find it. Put it into the header that the server reads.',
  level: 1,
  goal: { status: 200, path: '/weather' },
  hints: [
    'The challenge names the header for the key.',
    'The second gate refused you: it reads one header, and the key is not in it.',
    '____: toy-…, the header that the challenge names, with the key alone.',
  ],
  async resource(attempt) {
    const key = await toyKey(attempt, 'key');
    return {
      realm: 'weather',
      schemes: [apiKey({ field: 'X-API-Key', keys: { [key]: { name: 'weather-app' } } })],
      routes: { '/weather': { policy: anyone, content: { sky: 'clearing' } } },
      wallet: async () => ({ key: { label: 'API key', value: key } }),
    };
  },
  start: ({ key }) => get('/weather', authorization(`Bearer ${key}`)),
  solution: ({ key }) => get('/weather', ['X-API-Key', key]),
  reasons: ['The challenge names the header X-API-Key, so the bare key goes there.'],
  mistakes: [
    {
      name: 'the key in the query',
      draft: ({ key }) => get(`/weather?api_key=${key}`),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'a field with another name',
      draft: ({ key }) => get('/weather', ['Api-Key', key]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'underscores for hyphens',
      draft: ({ key }) => get('/weather', ['X_API_Key', key]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'a scheme word before the key',
      draft: ({ key }) => get('/weather', ['X-API-Key', `Bearer ${key}`]),
      status: 401,
      fails: 'API key is known',
      misconception: 'the-tool-adds-it',
    },
    {
      name: 'the key in quotes',
      draft: ({ key }) => get('/weather', ['X-API-Key', `"${key}"`]),
      status: 401,
      fails: 'API key is known',
    },
    {
      name: 'the key twice',
      draft: ({ key }) => get('/weather', ['X-API-Key', key], ['X-API-Key', key]),
      status: 400,
      fails: 'the key comes in one header line',
      misconception: 'more-is-safer',
    },
  ],
});

import { type Check, passed } from '@/lib/http-auth/decision';
import { shown } from '@/lib/http-auth/evidence';
import { anyone } from '@/lib/http-auth/policies';
import { apiKey } from '@/lib/http-auth/schemes/api-key/api-key';
import { authorization, get } from '../drafts';
import { type Call, defineExercise } from '../exercise';
import { type Forwarded, inFront, without } from '../intermediary';
import { toyKey } from '../people';

const path = '/weather';

const handedOn: Check = {
  stage: 'syntax',
  check: 'the proxy passes the headers on',
  failure: 'the proxy dropped a header',
  rule: 'RFC 9110 §17.10',
};

/** Some proxies leave out every field whose name has an underscore, and say nothing. */
async function proxy({ message }: Call): Promise<Forwarded> {
  const forwarded = without(message, (name) => name.includes('_'));
  const lost = message.fields.filter(([name]) => name.includes('_')).map(([name]) => shown(name, 40));
  const saw = lost.length
    ? `all but ${lost.slice(0, 5).join(', ')}: an underscore in the name`
    : 'all of them';
  return { message: forwarded, trace: [passed(handedOn, saw)] };
}

export default defineExercise({
  title: 'The header that the proxy drops',
  task: 'The weather service tells its customers to send their key in the header api_key. Since last week there is a proxy in front of it, and no key arrives. Get Alan’s key to /weather.',
  level: 1,
  goal: { status: 200, path },
  hints: [
    'You sent the key. Look in the trace which server dropped it.',
    'The second gate did not get the header. The proxy drops names with one certain character, and the challenge has the name without it.',
    'GET /weather with ____: ____, the header name from the challenge and the same key.',
  ],
  async resource(attempt) {
    const value = await toyKey(attempt, 'api key');
    const realm = 'weather';
    const schemes = [apiKey({ field: 'Api-Key', keys: { [value]: { name: 'alan' } } })] as const;
    return {
      realm,
      schemes,
      routes: {
        [path]: inFront({
          resource: { realm, schemes, policy: anyone },
          content: { weather: 'Showers, then a rainbow' },
          hop: proxy,
        }),
      },
      wallet: async () => ({ key: { label: "Alan's key", value } }),
    };
  },
  start: (w) => get(path, ['api_key', w.key]),
  solution: (w) => get(path, ['Api-Key', w.key]),
  reasons: ['The proxy drops header names with an underscore, so the key goes into Api-Key.'],
  mistakes: [
    {
      name: 'the same name in capital letters',
      draft: (w) => get(path, ['API_KEY', w.key]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'an X and an underscore',
      draft: (w) => get(path, ['X_API_KEY', w.key]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the name that other services use',
      draft: (w) => get(path, ['X-API-Key', w.key]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the key in the query',
      draft: (w) => get(`${path}?api_key=${w.key}`),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the key in Authorization',
      draft: (w) => get(path, authorization(`ApiKey ${w.key}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the right field and a scheme word',
      draft: (w) => get(path, ['Api-Key', `Bearer ${w.key}`]),
      status: 401,
      fails: 'API key is known',
      misconception: 'the-tool-adds-it',
    },
    {
      name: 'the key twice, once for each spelling with hyphens',
      draft: (w) => get(path, ['Api-Key', w.key], ['api-key', w.key]),
      status: 400,
      fails: 'the key comes in one header line',
      misconception: 'more-is-safer',
    },
  ],
});

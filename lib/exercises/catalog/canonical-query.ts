import { anyone } from '@/lib/http-auth/policies';
import { get } from '../drafts';
import { defineExercise } from '../exercise';
import { accessKey, edited, type KeyNames, signedAsWritten, signedV4 } from '../sigv4-keys';

const path = '/parcels?to=2026-05&from=2026-03';
const sorted = '/parcels?from=2026-03&to=2026-05';

export default defineExercise<KeyNames>({
  title: 'A signed query out of order',
  task: 'Alan’s client signs the query as he typed it: /parcels?to=2026-05&from=2026-03. The server sorts the query before it checks the signature. Sign the sorted query.',
  level: 3,
  goal: { status: 200, path: '/parcels' },
  hints: [
    'The trace shows the canonical request as the server made it. Its third line is the query.',
    'The second gate refused you, with 403 as at AWS. Key and time are fine, but client and server signed different lines.',
    'Third line of the canonical request: from=____&to=____, in the order of the names.',
  ],
  async resource(attempt) {
    const { scheme, wallet } = await accessKey(attempt, { name: 'alan' });
    return {
      realm: 'parcels',
      schemes: [scheme],
      routes: { '/parcels': { policy: anyone, content: { parcels: 31 } } },
      wallet: async () => wallet,
    };
  },
  start: (w, ask) => signedAsWritten(get(path), w, ask),
  solution: (w, ask) => signedV4(get(path), w, ask),
  reasons: ['The signature is computed over the query in the order of its names, as the server sorts it.'],
  mistakes: [
    {
      name: 'sorted in the address, signed unsorted',
      draft: (w, ask) => signedAsWritten(get(sorted), w, ask, path.split('?')[1]),
      status: 403,
      fails: 'the signature matches the request',
      misconception: 'a-signature-can-be-edited',
    },
    {
      name: 'the query left out of what is signed',
      draft: (w, ask) => signedAsWritten(get(sorted), w, ask, ''),
      status: 403,
      fails: 'the signature matches the request',
      misconception: 'a-signature-covers-everything',
    },
    {
      name: 'a colon signed as it is',
      draft: (w, ask) => signedAsWritten(get('/parcels?from=2026-03-01T00:00'), w, ask),
      status: 403,
      fails: 'the signature matches the request',
      misconception: 'an-address-has-one-spelling',
    },
    {
      name: 'a name without an equals sign',
      draft: (w, ask) => signedAsWritten(get('/parcels?all'), w, ask),
      status: 403,
      fails: 'the signature matches the request',
      misconception: 'an-address-has-one-spelling',
    },
    {
      name: 'another month after signing',
      draft: async (w, ask) => ({
        ...(await signedV4(get(sorted), w, ask)),
        path: sorted.replace('05', '06'),
      }),
      status: 403,
      fails: 'the signature matches the request',
      misconception: 'a-signature-can-be-edited',
    },
    {
      name: 'the names of the fields sorted the other way',
      draft: async (w, ask) =>
        edited(await signedV4(get(sorted), w, ask), (value) =>
          value.replace('host;x-amz-date', 'x-amz-date;host'),
        ),
      status: 400,
      fails: 'each of the three has its form',
    },
  ],
});

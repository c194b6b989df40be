import { anyone } from '@/lib/http-auth/policies';
import { amzDate } from '@/lib/http-auth/schemes/sigv4/canonical';
import { get } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { accessKey, edited, type KeyNames, minutesFrom, signedV4 } from '../sigv4-keys';

const at = (minutes: number) => (w: Wallet<KeyNames>, ask: Ask) =>
  signedV4(get('/photos'), w, ask, { time: minutesFrom(ask, minutes) });

export default defineExercise<KeyNames>({
  title: 'A client clock that is slow',
  task: 'Ada’s key and her signature are right, but the photo store answers 403. The clock of her laptop is twenty minutes slow. Get the photos.',
  level: 2,
  goal: { status: 200, path: '/photos' },
  hints: [
    'Compare X-Amz-Date with the time of the server, which the trace shows.',
    'The second gate refused you: the time of a signature may be at most 15 minutes off. AWS answers 403 where other servers answer 401.',
    'X-Amz-Date: ____, in UTC, as YYYYMMDDTHHMMSSZ, and then a new signature, since the time is signed too.',
  ],
  async resource(attempt) {
    const { scheme, wallet } = await accessKey(attempt, { name: 'ada' });
    return {
      realm: 'photos',
      schemes: [scheme],
      routes: { '/photos': { policy: anyone, content: { photos: ['harbour', 'kites', 'cat'] } } },
      wallet: async () => wallet,
    };
  },
  start: at(-20),
  solution: at(0),
  reasons: ['The date is the true time now, and the signature is made again because it covers the date.'],
  mistakes: [
    {
      name: 'the time changed, the signature left as it was',
      draft: async (w, ask) => {
        const now = amzDate(ask.now());
        return edited(await at(-20)(w, ask), (value, name) =>
          name === 'X-Amz-Date' ? now : value.replace(/\/\d{8}\//, `/${now.slice(0, 8)}/`),
        );
      },
      status: 403,
      fails: 'the signature matches the request',
      misconception: 'a-signature-can-be-edited',
    },
    {
      name: 'yesterday in Credential',
      draft: async (w, ask) => {
        const yesterday = amzDate(minutesFrom(ask, -1440)).slice(0, 8);
        return edited(await at(0)(w, ask), (value) => value.replace(/\/\d{8}\//, `/${yesterday}/`));
      },
      status: 403,
      fails: 'the credential is for this service',
    },
    {
      name: 'local time, two hours ahead',
      draft: at(120),
      status: 403,
      fails: 'the time is right to 15 minutes',
      misconception: 'a-clock-does-not-matter',
    },
    {
      name: 'dated ahead, to be on the safe side',
      draft: at(16),
      status: 403,
      fails: 'the time is right to 15 minutes',
      misconception: 'a-clock-does-not-matter',
    },
    {
      name: 'the date as a person writes it',
      draft: async (w, ask) =>
        edited(await at(0)(w, ask), (value, name) =>
          name === 'X-Amz-Date' ? ask.now().toUTCString() : value,
        ),
      status: 400,
      fails: 'X-Amz-Date is there',
    },
    {
      name: 'no date',
      draft: async (w, ask) => {
        const draft = await at(0)(w, ask);
        return { ...draft, fields: draft.fields.filter(([name]) => name !== 'X-Amz-Date') };
      },
      status: 400,
      fails: 'X-Amz-Date is there',
      misconception: 'a-clock-does-not-matter',
    },
  ],
});

import { anyone } from '@/lib/http-auth/policies';
import { get } from '../drafts';
import { defineExercise } from '../exercise';
import { accessKey, type KeyNames, minutesFrom, presignedV4, signedV4 } from '../sigv4-keys';

const post = {
  method: 'POST',
  path: '/',
  fields: [['Content-Type', 'text/plain']],
  body: 'hello',
} as const;

export default defineExercise<KeyNames>({
  title: 'Open door: AWS4-HMAC-SHA256',
  task: 'AWS Signature Version 4 for testing your own client: region us-east-1, service doorman, in Authorization or as a presigned address. As at AWS, refusals are 403 and there is no challenge.',
  level: 3,
  open: true,
  goal: { status: 200 },
  hints: [
    'The trace shows the canonical request as this server made it. Compare it with yours.',
    'What is incomplete is 400; a wrong key, time or signature is 403, and so is no signature at all.',
    'curl --aws-sigv4 "aws:amz:us-east-1:doorman" --user "____:____"',
  ],
  async resource(attempt) {
    const { scheme, wallet } = await accessKey(attempt, { name: 'ada' });
    return {
      realm: 'open door',
      schemes: [scheme],
      routes: { '/': { policy: anyone, methods: ['GET', 'POST'] } },
      wallet: async () => wallet,
    };
  },
  start: () => get('/'),
  solution: (w, ask) => signedV4(get('/'), w, ask),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 403, fails: 'credentials are presented' },
    {
      name: 'a wrong secret',
      draft: (w, ask) => signedV4(get('/'), w, ask, { secretAccessKey: 'a guess' }),
      status: 403,
      fails: 'the signature matches the request',
    },
    {
      name: 'an unknown key',
      draft: (w, ask) => signedV4(get('/'), w, ask, { accessKeyId: 'AKIDEXAMPLE' }),
      status: 403,
      fails: 'the access key is known',
    },
    {
      name: 'another region',
      draft: (w, ask) => signedV4(get('/'), w, ask, { region: 'eu-central-1' }),
      status: 403,
      fails: 'the credential is for this service',
    },
    {
      name: 'twenty minutes late',
      draft: (w, ask) => signedV4(get('/'), w, ask, { time: minutesFrom(ask, -20) }),
      status: 403,
      fails: 'the time is right to 15 minutes',
    },
    {
      name: 'a presigned address that has ended',
      draft: (w, ask) => presignedV4(get('/'), w, ask, { time: minutesFrom(ask, -6) }),
      status: 403,
      fails: 'the time is right to 15 minutes',
    },
    {
      name: 'a presigned address, and Authorization that was kept',
      draft: async (w, ask) => {
        const { fields } = await signedV4(get('/'), w, ask);
        return { ...(await presignedV4(get('/'), w, ask)), fields };
      },
      status: 400,
      fails: 'the request is signed in one place',
    },
    {
      name: 'other content than was signed',
      draft: async (w, ask) => ({ ...(await signedV4(post, w, ask)), body: 'bye' }),
      status: 403,
      fails: 'X-Amz-Content-Sha256 is that of the content',
    },
    {
      name: 'no date',
      draft: async (w, ask) => {
        const draft = await signedV4(get('/'), w, ask);
        return { ...draft, fields: draft.fields.filter(([name]) => name !== 'X-Amz-Date') };
      },
      status: 400,
      fails: 'X-Amz-Date is there',
    },
  ],
});

import type { Field } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { basic } from '@/lib/http-auth/schemes/basic/basic';
import { basicLine, proposeAnswer, send } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';
import { preflightSteps, type WantedRequest } from '../preflight-check';
import { proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';
import { readAnswer } from '../proposed-answer';

const page = 'https://shop.example';
const pageRequest: WantedRequest = { origin: page, method: 'PUT', fields: ['authorization', 'content-type'] };

const anyOrigin: Field = ['Access-Control-Allow-Origin', '*'];
const anyMethod: Field = ['Access-Control-Allow-Methods', '*'];
const anyField: Field = ['Access-Control-Allow-Headers', '*'];

const allow = ['Access-Control-Allow-Origin', 'Access-Control-Allow-Methods', 'Access-Control-Allow-Headers'];

const sheet = proposalForm({
  path: '/answer',
  title: 'Your response to the preflight of PUT /shelf',
  asks: {
    kind: 'answer',
    statuses: [200, 204, 401, 403, 404],
    headers: [...allow, 'Access-Control-Expose-Headers'],
  },
  begin: ['HTTP/1.1 204', ...allow.map((name) => `${name}: *`)].join('\n'),
});

/** Judges a proposed answer to the preflight as a browser does. */
const answer = proposalRoute({
  form: sheet,
  read: readAnswer,
  now: async () => sheet.begin,
  async judge(proposed) {
    const trace = preflightSteps(proposed, pageRequest);
    const right = trace.every(({ outcome }) => outcome === 'passed');
    return {
      right,
      trace,
      ...(right && { content: { message: 'The browser goes on and sends PUT /shelf.' } }),
    };
  },
});

const preflight = (...more: Field[]) =>
  send(
    'OPTIONS',
    '/shelf',
    ['Origin', page],
    ['Access-Control-Request-Method', pageRequest.method],
    ['Access-Control-Request-Headers', pageRequest.fields.join(',')],
    ...more,
  );

const propose = (status: number, ...fields: Field[]) => proposeAnswer('/answer', status, ...fields);
const allowFields = (value: string): Field => ['Access-Control-Allow-Headers', value];

export default defineExercise({
  title: 'A preflight with a star',
  task: 'Grace’s page at https://shop.example wants to PUT JSON to /shelf, with Authorization. The preflight gets 204, with a star (*) in each header. A browser that keeps to the Fetch standard does not go on. Propose the response that this preflight should get: a status and headers, sent to /answer with POST.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/answer' },
  hints: [
    'Read what the preflight asks for in its two Access-Control-Request headers. Which of these does a star cover?',
    'No gate refused: the 204, the origin and the method are fine. In the Fetch standard, a star does not cover one of the two headers. Name that header, and do not forget the other one.',
    'Three headers, the last of them Access-Control-Allow-Headers: ____, ____.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    return {
      realm: 'shelf',
      sheet,
      schemes: [basic({ accounts: [{ ...grace, principal: { name: 'grace' } }] })],
      routes: {
        '/shelf': {
          policy: anyone,
          methods: ['GET', 'PUT'],
          ownCors: true,
          content: { shelf: ['a kettle', 'a map of Kent'] },
          options: async () => ({ status: 204, fields: [anyOrigin, anyMethod, anyField] }),
        },
        '/answer': answer,
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: () => preflight(),
  solution: () =>
    propose(
      204,
      anyOrigin,
      ['Access-Control-Allow-Methods', 'PUT'],
      allowFields(pageRequest.fields.join(', ')),
    ),
  reasons: ['The star does not cover Authorization, so the header has to be allowed by its name.'],
  mistakes: [
    {
      name: 'the stars once more',
      draft: () => propose(204, anyOrigin, anyMethod, anyField),
      status: 422,
      fails: 'Authorization is allowed by its name',
      misconception: 'a-star-covers-every-field',
    },
    {
      name: 'Authorization, and nothing else',
      draft: () => propose(204, anyOrigin, anyMethod, allowFields('Authorization')),
      status: 422,
      fails: 'every other header is allowed',
      misconception: 'one-field-allowed-is-all-allowed',
    },
    {
      name: 'a challenge, since Authorization is wanted',
      draft: () =>
        propose(401, anyOrigin, anyMethod, allowFields('authorization, content-type'), [
          'WWW-Authenticate',
          'Basic realm="shelf"',
        ]),
      status: 422,
      fails: 'the preflight is answered with a 2xx',
      misconception: 'a-preflight-carries-credentials',
    },
    {
      name: 'a slash behind the origin',
      draft: () =>
        propose(
          204,
          ['Access-Control-Allow-Origin', `${page}/`],
          anyMethod,
          allowFields('authorization, content-type'),
        ),
      status: 422,
      fails: 'the origin of the page is allowed',
      misconception: 'an-origin-ends-with-a-slash',
    },
    {
      name: 'no word about PUT',
      draft: () => propose(204, anyOrigin, allowFields('authorization, content-type')),
      status: 422,
      fails: 'the method is allowed',
      misconception: 'one-field-allowed-is-all-allowed',
    },
    {
      name: 'the fields in the line for answers',
      draft: () =>
        propose(204, anyOrigin, anyMethod, ['Access-Control-Expose-Headers', 'authorization, content-type']),
      status: 422,
      fails: 'Authorization is allowed by its name',
      misconception: 'allow-and-expose-are-one',
    },
    {
      name: 'the permission sent by the browser',
      draft: () => preflight(allowFields('authorization, content-type')),
      status: 204,
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'the request itself, from a program that is no browser',
      draft: (w) => send('PUT', '/shelf', basicLine(w, 'grace')),
      status: 200,
      misconception: 'curl-proves-it-works',
    },
  ],
});

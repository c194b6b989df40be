import { type Check, failed, passed } from '@/lib/http-auth/decision';
import type { Policy } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { toyKey } from '../people';

const there = '/report-2026-03.csv';
const typo = '/report-march.csv';

/** A permission of the principal, named as object stores name it; a refusal says no more than that. */
function permission(name: string, check: Check): Policy {
  return {
    checks: [check],
    judge({ scopes = [] }, _message, note) {
      const ok = scopes.includes(name);
      note(
        ok
          ? passed(check, name)
          : failed(check, `a principal that may ${scopes.join(', ')}`, `a principal that may ${name}`),
      );
      return { granted: ok };
    },
  };
}

const mayGet = permission('GetObject', {
  stage: 'authorization',
  check: 'the principal may read this object',
  failure: 'the principal may not read this object',
  rule: 'RFC 9110 §15.5.4',
});
const mayList = permission('ListBucket', {
  stage: 'authorization',
  check: 'the principal may know which objects exist',
  failure: 'the principal may not know which objects exist',
  rule: 'RFC 9110 §15.5.4',
});

const token = (value: string) => authorization(`Bearer ${value}`);

export default defineExercise({
  title: 'Forbidden, or not there at all',
  task: 'Ada may read every object in the bucket, but GET /report-march.csv gets 403. Find out what the 403 hides, and get the report of March 2026.',
  level: 2,
  goal: { status: 200, path: there },
  hints: [
    'Ask for a name that certainly does not exist, with the same token. Compare the two responses.',
    'This token is allowed to read every object, so an object that exists gets 200. It is not allowed to list them, so a missing name gets 403. GET / is the list.',
    'GET / with a token that may list; then GET /____, the name of the report as the list has it.',
  ],
  async resource(attempt) {
    const [reader = '', auditor = '', keeper = ''] = await Promise.all(
      ['reader', 'auditor', 'keeper'].map((label) => toyKey(attempt, `${label} token`)),
    );
    return {
      realm: 'bucket',
      schemes: [
        bearer({
          challengesForbidden: false,
          tokens: opaqueTokens({
            [reader]: { principal: { name: 'ada', scopes: ['GetObject'] } },
            [auditor]: { principal: { name: 'grace', scopes: ['ListBucket'] } },
            [keeper]: { principal: { name: 'alan', scopes: ['GetObject', 'ListBucket'] } },
          }),
        }),
      ],
      routes: {
        '/': {
          policy: mayList,
          content: { objects: ['report-2026-01.csv', 'report-2026-02.csv', 'report-2026-03.csv'] },
        },
        '/report-2026-01.csv': { policy: mayGet, content: { kettles: 11 } },
        '/report-2026-02.csv': { policy: mayGet, content: { kettles: 8 } },
        [there]: { policy: mayGet, content: { kettles: 14 } },
      },
      elsewhere: { policy: mayList, handle: async () => ({ status: 404 }) },
      wallet: async () => ({
        'reader-token': { label: "Ada's token: may read objects", value: reader },
        'auditor-token': { label: "Grace's token: may list the bucket", value: auditor },
        'keeper-token': { label: "Alan's token: may do both", value: keeper },
      }),
    };
  },
  start: (w) => get(typo, token(w['reader-token'])),
  solution: (w) => get(there, token(w['reader-token'])),
  reasons: [
    'The object has another name, as the list at / shows; for a missing object this store answers 403.',
  ],
  mistakes: [
    {
      name: 'a name that nobody ever gave',
      draft: (w) => get('/no-such-thing.csv', token(w['reader-token'])),
      status: 403,
      fails: 'the principal may know which objects exist',
      misconception: '403-proves-it-exists',
    },
    {
      name: 'the same name, asked by somebody who may list',
      draft: (w) => get(typo, token(w['keeper-token'])),
      status: 404,
    },
    {
      name: 'reading with a right to list',
      draft: (w) => get(there, token(w['auditor-token'])),
      status: 403,
      fails: 'the principal may read this object',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
    {
      name: 'listing with a right to read',
      draft: (w) => get('/', token(w['reader-token'])),
      status: 403,
      fails: 'the principal may know which objects exist',
    },
    {
      name: 'without a token',
      draft: () => get(typo),
      status: 401,
      fails: 'credentials are presented',
      misconception: '403-means-sign-in',
    },
    {
      name: 'another guess at the name',
      draft: (w) => get('/report-03-2026.csv', token(w['reader-token'])),
      status: 403,
      fails: 'the principal may know which objects exist',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'the report of another month',
      draft: (w) => get('/report-2026-02.csv', token(w['reader-token'])),
      status: 200,
    },
  ],
});

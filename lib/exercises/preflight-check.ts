/** What a browser looks at in the answer to a preflight (the Fetch standard, CORS-preflight fetch), for pages without cookies. */
import { type Check, failed, passed, type Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import type { Field } from '@/lib/http-auth/message';
import { proposalCheck } from './proposal';

/** The request that a page wants to send, as the browser asks for it. */
export interface WantedRequest {
  readonly origin: string;
  readonly method: string;
  /** Names of field lines that need permission, in small letters. */
  readonly fields: readonly string[];
}

const succeeds = proposalCheck('the preflight is answered with a 2xx', 'Fetch §cors-preflight-fetch');
const origin = proposalCheck('the origin of the page is allowed', 'Fetch §cors-check');
const method = proposalCheck('the method is allowed', 'Fetch §cors-preflight-fetch');
const authorization = proposalCheck(
  'Authorization is allowed by its name',
  'Fetch §cors-non-wildcard-request-header-name',
);
const others = proposalCheck('every other header is allowed', 'Fetch §cors-preflight-fetch');

/** The names of methods that need no permission (Fetch §2.2.1). */
const safeMethods = ['GET', 'HEAD', 'POST'];

/** The steps up to the first that would make the browser give up; all of them passed where it would go on. */
export function preflightSteps(
  answer: { readonly status: number; readonly fields: readonly Field[] },
  request: WantedRequest,
): readonly Step[] {
  const members = (name: string) =>
    answer.fields
      .filter(([fieldName]) => fieldName.toLowerCase() === name)
      .flatMap(([, value]) => value.split(',').map((name) => name.trim()))
      .filter(Boolean);
  const methods = members('access-control-allow-methods');
  const names = members('access-control-allow-headers').map((name) => name.toLowerCase());
  const [allowed, ...more] = members('access-control-allow-origin');
  const rest = request.fields.filter((name) => name !== 'authorization');
  const left = rest.filter((name) => !names.includes(name) && !names.includes('*'));
  const shown = (list: readonly (string | undefined)[]) =>
    inert(list.filter(Boolean).join(', ') || 'nothing', 60);

  const checks: readonly (readonly [Check, boolean, string, string])[] = [
    [succeeds, answer.status >= 200 && answer.status < 300, String(answer.status), 'a status of success'],
    [
      origin,
      !more.length && (allowed === '*' || allowed === request.origin),
      shown([allowed, ...more]),
      `${request.origin} or a star, in Access-Control-Allow-Origin`,
    ],
    [
      method,
      [...methods, ...safeMethods].includes(request.method) || methods.includes('*'),
      shown(methods),
      `${request.method} or a star, in Access-Control-Allow-Methods`,
    ],
    [
      authorization,
      !request.fields.includes('authorization') || names.includes('authorization'),
      shown(names),
      'authorization in Access-Control-Allow-Headers; a star does not cover it',
    ],
    [others, !left.length, shown(names), `${left.join(', ')} in Access-Control-Allow-Headers, or a star`],
  ];
  const end = checks.findIndex(([, holds]) => !holds);
  return checks
    .slice(0, end < 0 ? checks.length : end + 1)
    .map(([check, holds, saw, expected]) => (holds ? passed(check, saw) : failed(check, saw, expected)));
}

/** CORS: what the browser asks first, and what the page may read (Fetch §http-cors-protocol). */
import type { Field } from '@/lib/http-auth/message';
import type { CorsExchange, ServerReply } from './client/cors';
import { type ClientFamily, oneOf } from './family';
import type { Draw } from './random';

const page = 'https://app.example';
const url = 'https://api.example/orders';

const allowOrigin = (value: string): Field => ['Access-Control-Allow-Origin', value];
const allowHeaders = (value: string): Field => ['Access-Control-Allow-Headers', value];
const allowMethods = (value: string): Field => ['Access-Control-Allow-Methods', value];
const allowCredentials = (value = 'true'): Field => ['Access-Control-Allow-Credentials', value];
const bearer: Field = ['Authorization', 'Bearer tok-heron-41'];
const json: Field = ['Content-Type', 'application/json'];

const reply = (status: number, ...fields: readonly Field[]): ServerReply => ({ status, fields });
/** A preflight response that allows all that is asked for in this file. */
const granting = reply(
  204,
  allowOrigin(page),
  allowMethods('PUT, DELETE'),
  allowHeaders('authorization, content-type'),
);
const open = [allowOrigin(page)] as const;
const shut = [] as const;

type Asked = Pick<CorsExchange, 'method' | 'fields'>;

/** Requests that need no preflight. */
const plain = (draw: Draw): Asked =>
  oneOf<Asked>(draw, [
    { method: 'GET', fields: [] },
    { method: 'GET', fields: [['Accept', 'application/json']] },
    { method: 'POST', fields: [['Content-Type', 'text/plain']] },
  ]);

/** Requests that need one. */
const demanding = (draw: Draw): Asked =>
  oneOf<Asked>(draw, [
    { method: 'GET', fields: [bearer] },
    { method: 'POST', fields: [json] },
    { method: 'PUT', fields: [] },
    { method: 'DELETE', fields: [bearer] },
  ]);

const base = { kind: 'cors', page, url, credentials: false } as const;
const lesson = 'preflight-has-no-credentials';

export const corsFamilies = {
  'no-preflight': {
    title: 'A request without a preflight',
    level: 1,
    weight: 2,
    lesson,
    draw: (draw) => ({
      ...base,
      ...plain(draw),
      preflight: oneOf(draw, [granting, reply(401)]),
      reply: reply(
        200,
        ...oneOf(draw, [open, shut, [allowOrigin('https://other.example')], [allowOrigin('*')]]),
      ),
    }),
  },
  'with-preflight': {
    title: 'A request that needs a preflight',
    level: 1,
    weight: 3,
    lesson,
    draw: (draw) => ({
      ...base,
      ...demanding(draw),
      preflight: oneOf(draw, [granting, granting, granting, reply(401, ...open)]),
      reply: reply(200, ...oneOf(draw, [open, shut])),
    }),
  },
  'refusal-that-a-page-reads': {
    title: 'A 401 or 403 to a page of another origin',
    level: 2,
    weight: 3,
    lesson,
    draw: (draw) => ({
      ...base,
      ...oneOf(draw, [plain, demanding])(draw),
      preflight: oneOf(draw, [granting, granting, reply(401, ...open)]),
      reply: reply(oneOf(draw, [401, 403]), ...oneOf(draw, [open, shut])),
    }),
  },
  'star-for-headers': {
    title: 'A star for the headers',
    level: 2,
    lesson,
    draw: (draw) => ({
      ...base,
      method: draw.pick(['GET', 'POST']),
      fields: oneOf<readonly Field[]>(draw, [[bearer], [bearer], [json], [['X-Trace', '7']]]),
      preflight: reply(
        204,
        ...open,
        allowHeaders(draw.pick(['*', '*, Authorization', 'authorization', 'content-type'])),
      ),
      reply: reply(200, ...oneOf(draw, [open, shut])),
    }),
  },
  'with-cookies': {
    title: 'CORS with credentials: a star does not work',
    level: 3,
    weight: 3,
    lesson: 'session-cookie-really-sent',
    draw: (draw) => {
      const right = [allowOrigin(page), allowCredentials()] as const;
      const some = () =>
        oneOf<readonly Field[]>(draw, [right, right, [allowOrigin('*'), allowCredentials()], open]);
      const asked = oneOf(draw, [plain, demanding])(draw);
      const preflight = oneOf<readonly Field[]>(draw, [right, right, right, open]);
      return {
        ...base,
        ...asked,
        credentials: true,
        preflight: reply(
          204,
          ...preflight,
          allowMethods('PUT, DELETE'),
          allowHeaders('authorization, content-type'),
        ),
        reply: reply(200, ...some()),
      };
    },
  },
  'origin-by-the-byte': {
    title: 'An origin that is almost right',
    level: 3,
    weight: 2,
    lesson,
    draw: (draw) => {
      const value = draw.pick([
        page,
        page,
        page,
        `${page}/`,
        'http://app.example',
        'https://app.example:8443',
        `${page}, https://other.example`,
      ]);
      return {
        ...base,
        ...oneOf(draw, [plain, plain, demanding])(draw),
        preflight: granting,
        reply: reply(oneOf(draw, [200, 403]), allowOrigin(value)),
      };
    },
  },
} as const satisfies Record<string, ClientFamily>;

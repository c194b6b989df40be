/** A signature of Version 4 in the query: an address that is good for some time for whoever has it. */
import { type Check, failed, type Note, passed, syntaxCheck } from '@/lib/http-auth/decision';
import { count, shown } from '@/lib/http-auth/evidence';
import { fieldLines, type Message, rawQuery } from '@/lib/http-auth/message';
import type { SigV4Request } from './reading';

const onePlace = syntaxCheck(
  'the request is signed in one place',
  'RFC 9110 §11.6.2',
  'the request is signed in two places',
);
const complete = syntaxCheck(
  'the query has all that a presigned address needs',
  'RFC 9110 §11.4',
  'a part of the presigned address is missing',
);
const shaped = syntaxCheck(
  'each parameter of the signature has its form',
  'RFC 9110 §11.4',
  'a parameter of the signature has another form',
);

const names = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'].map(
  (name) => `X-Amz-${name}`,
);
/** A week, as AWS has it. */
const longest = 604_800;

/** A request whose query holds the signature; it ends `expires` seconds after its time. */
export interface Presigned extends SigV4Request {
  readonly expires: number;
}

/** True where the query of a message brings a signature. */
export function isPresigned(message: Message): boolean {
  const query = new URLSearchParams(rawQuery(message));
  return query.has('X-Amz-Signature') || query.has('X-Amz-Algorithm');
}

/** The message as it was signed: without the signature in its query. */
export function unsignedMessage(message: Message): Message {
  const [path = '', query = ''] = message.target.split('?');
  const rest = query.split('&').filter((pair) => !/^X-Amz-Signature(?:=|$)/.test(pair));
  return { ...message, target: `${path}?${rest.join('&')}` };
}

/**
 * Reads the query; undefined where a check has failed and been noted. Authorization beside it is refused, whatever its
 * scheme: a client that follows a redirect and keeps the field sends both.
 */
export function readPresigned(message: Message, note: Note): Presigned | undefined {
  const fail = (check: Check, saw: string, expected: string) => {
    note(failed(check, saw, expected));
    return undefined;
  };
  if (fieldLines(message, 'Authorization').length) {
    return fail(onePlace, 'a signature in the query, and Authorization too', 'one of the two');
  }
  note(passed(onePlace, 'in the query alone'));

  const query = new URLSearchParams(rawQuery(message));
  const wrong = names.find((name) => query.getAll(name).length !== 1);
  if (wrong) {
    const saw = query.has(wrong) ? `${wrong} more than once` : `no ${wrong}`;
    return fail(complete, saw, names.join(', '));
  }
  note(passed(complete, count(names.length, 'parameter')));

  const [algorithm = '', credential = '', time = '', expires = '', list = '', signature = ''] = names.map(
    (name) => query.get(name) ?? '',
  );
  const [accessKeyId = '', day = '', region = '', service = '', end = '', ...more] = credential.split('/');
  const at = timeOf(time);
  const fault = [
    [algorithm === 'AWS4-HMAC-SHA256', `the algorithm ${shown(algorithm, 40)}`],
    [end === 'aws4_request' && !more.length, 'a Credential of another form'],
    [at !== undefined, `the date ${shown(time, 30)}`],
    [
      /^\d{1,6}$/.test(expires) && Number(expires) >= 1 && Number(expires) <= longest,
      `X-Amz-Expires=${shown(expires, 20)}`,
    ],
    [/^[a-z0-9-]+(?:;[a-z0-9-]+)*$/.test(list), 'SignedHeaders of another form'],
    [
      /^[0-9a-f]{64}$/.test(signature),
      `a Signature of ${count(signature.length, 'octet')} or with other letters`,
    ],
  ].find(([isRight]) => !isRight);
  if (fault || !at) {
    return fail(
      shaped,
      String(fault?.[1]),
      `AWS4-HMAC-SHA256; key/YYYYMMDD/region/service/aws4_request; YYYYMMDDTHHMMSSZ; 1 to ${longest} seconds; names;in;order; 64 hexadecimal digits`,
    );
  }
  note(passed(shaped, `${list}, good for ${count(Number(expires), 'second')}`));
  const scope = { day, region, service };
  return { accessKeyId, scope, signed: list.split(';'), signature, time, at, expires: Number(expires) };
}

function timeOf(text: string): Date | undefined {
  const [whole, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return whole === undefined || Number.isNaN(at.getTime()) ? undefined : at;
}

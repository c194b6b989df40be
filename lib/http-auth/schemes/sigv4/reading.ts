/** What an AWS4-HMAC-SHA256 request says of itself; what is incomplete is answered 400. */
import { type Check, failed, type Note, passed, syntaxCheck } from '@/lib/http-auth/decision';
import { count, shown, spelled } from '@/lib/http-auth/evidence';
import { fieldLines, type Message } from '@/lib/http-auth/message';
import type { Scope } from './canonical';

export interface SigV4Request {
  readonly accessKeyId: string;
  readonly scope: Scope;
  readonly signed: readonly string[];
  readonly signature: string;
  /** As X-Amz-Date has it, and as a time. */
  readonly time: string;
  readonly at: Date;
}

const complete = syntaxCheck(
  'Credential, SignedHeaders and Signature are there',
  'RFC 9110 §11.4',
  'a part of the Authorization header is missing',
);
const shaped = syntaxCheck(
  'each of the three has its form',
  'RFC 9110 §11.4',
  'a part of the Authorization header has the wrong form',
);
const dated = syntaxCheck(
  'X-Amz-Date is there',
  'RFC 9110 §5.6.7',
  'X-Amz-Date is missing or cannot be read',
);

export const readingChecks: readonly Check[] = [complete, shaped, dated];

const names = ['Credential', 'SignedHeaders', 'Signature'];

/** Reads what stands behind the scheme; undefined where a check has failed and been noted. */
export function readSigV4(rest: string, message: Message, note: Note): SigV4Request | undefined {
  const params = new Map<string, string>();
  for (const part of rest.split(',').slice(0, 10)) {
    const [name = '', ...value] = part.trim().split('=');
    const odd = !names.includes(name)
      ? nameFault(name, part)
      : params.has(name)
        ? `${name} twice`
        : undefined;
    if (odd) {
      note(failed(complete, odd, 'Credential=…, SignedHeaders=…, Signature=…'));
      return undefined;
    }
    params.set(name, value.join('='));
  }
  const missing = names.find((name) => !params.has(name));
  if (missing) {
    note(failed(complete, `no ${missing}`, 'Credential=…, SignedHeaders=…, Signature=…'));
    return undefined;
  }
  note(passed(complete, names.join(', ')));

  const [credential = '', list = '', signature = ''] = names.map((name) => params.get(name));
  const fault = credentialFault(credential) ?? listFault(list) ?? signatureFault(signature);
  if (fault) {
    note(
      failed(
        shaped,
        fault,
        'key/YYYYMMDD/region/service/aws4_request; names;in;order; 64 hexadecimal digits',
      ),
    );
    return undefined;
  }
  note(passed(shaped, shown(list)));

  const [time = '', ...more] = fieldLines(message, 'X-Amz-Date');
  const at = timeOf(time);
  if (!at || more.length) {
    note(
      failed(
        dated,
        more.length ? count(more.length + 1, 'header line') : dateFault(time),
        'YYYYMMDDTHHMMSSZ in UTC, once',
      ),
    );
    return undefined;
  }
  note(passed(dated, time));
  const [accessKeyId = '', day = '', region = '', service = ''] = credential.split('/');
  return { accessKeyId, scope: { day, region, service }, signed: list.split(';'), signature, time, at };
}

function nameFault(name: string, part: string): string {
  const near = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (near) return `${shown(name, 20)} in place of ${near}`;
  if (part.trim() === '') return 'nothing where a parameter is expected';
  const [odd = ''] = part.trim();
  return `a parameter that begins with ${spelled(odd)} and is none of the three`;
}

function credentialFault(credential: string): string | undefined {
  const parts = credential.split('/');
  if (parts.length !== 5) return `a Credential of ${count(parts.length, 'part')} in place of 5`;
  if (parts[4] !== 'aws4_request') return 'a Credential that does not end in aws4_request';
  if (!/^\d{8}$/.test(parts[1] ?? '')) return 'a Credential whose second part is no day as YYYYMMDD';
  return parts.includes('') ? 'a Credential with an empty part' : undefined;
}

function listFault(list: string): string | undefined {
  const names = list.split(';');
  if (names.includes('')) return 'an empty name in SignedHeaders';
  if (list !== list.toLowerCase()) return 'SignedHeaders with capitals';
  if (names.some((name, at) => at > 0 && name <= (names[at - 1] ?? ''))) return 'SignedHeaders out of order';
  return undefined;
}

function signatureFault(signature: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(signature)
    ? undefined
    : `a Signature of ${count(signature.length, 'byte')} or with other letters`;
}

function dateFault(time: string): string {
  if (time === '') return 'no X-Amz-Date';
  return /^[A-Za-z]{3},|-/.test(time) ? 'a date of another form' : shown(time, 30);
}

function timeOf(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

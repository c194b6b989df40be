/** A token request as it is written: a form, each parameter once (RFC 6749 §3.2). */
import { type Check, failed, type Note, passed } from '../decision';
import { count, inert, shown } from '../evidence';
import { fieldValue, fromOctets, type Message } from '../message';

/** Why a token endpoint says no: what its JSON and its status owe the client (RFC 6749 §5.2). */
export interface OauthRefusal {
  readonly ok: false;
  readonly error: string;
  /** A fixed text, so it holds nothing that a client sent. */
  readonly description: string;
}

export type Form = ReadonlyMap<string, string>;

/** A refusal with a code of RFC 6749 §5.2. `description` is shown to the client, so it holds nothing that a client sent. */
export function refused(error: string, description: string): OauthRefusal {
  return { ok: false, error, description };
}

const aForm: Check = {
  stage: 'syntax',
  check: 'content is a form',
  failure: 'the content is not a form',
  rule: 'RFC 6749 §3.2',
};
const once: Check = {
  stage: 'syntax',
  check: 'each parameter comes once',
  failure: 'a parameter is sent more than once',
  rule: 'RFC 6749 §3.2',
};
const offered: Check = {
  stage: 'syntax',
  check: 'grant_type is one that is offered',
  failure: 'the parameter grant_type is not one that is offered',
  rule: 'RFC 6749 §5.2',
};

/** The checks of `readTokenForm`, in order. */
export const formChecks: readonly Check[] = [aForm, once, offered];

/** Reads the form of a token request whose `grant_type` must be one of `grants`; empty values count as left out. */
export function readTokenForm(
  message: Message,
  grants: readonly string[],
  note: Note,
): { readonly ok: true; readonly form: Form } | OauthRefusal {
  const type = fieldValue(message, 'Content-Type');
  const formType = 'application/x-www-form-urlencoded';
  if (type?.split(';')[0]?.trim().toLowerCase() !== formType) {
    const saw = type === undefined ? 'no Content-Type' : `Content-Type ${shown(type, 80)}`;
    note(failed(aForm, saw, `Content-Type ${formType}`));
    return refused('invalid_request', 'The content must be a form');
  }
  const pairs = [...new URLSearchParams(fromOctets(message.body))];
  note(passed(aForm, count(pairs.length, 'parameter')));

  const names = pairs.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) {
    note(failed(once, `${inert(twice, 40)} twice`, 'each name once'));
    return refused('invalid_request', 'A parameter comes twice');
  }
  note(passed(once, count(names.length, 'name')));

  const form: Form = new Map(pairs.filter(([, value]) => value !== ''));
  const grant = form.get('grant_type');
  const expected = `grant_type ${grants.join(' or ')}`;
  if (grant === undefined) {
    note(failed(offered, 'no grant_type', expected));
    return refused('invalid_request', 'The request needs a grant_type');
  }
  if (!grants.includes(grant)) {
    note(failed(offered, `grant_type ${inert(grant, 60)}`, expected));
    return refused('unsupported_grant_type', 'This grant_type is not offered here');
  }
  note(passed(offered, grant));
  return { ok: true, form };
}

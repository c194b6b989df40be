import { Gates } from '@/components/trace/Gates';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';

const answers: readonly { status: number; name: string; says: string; rule: Rule }[] = [
  {
    status: 400,
    name: '400 Bad Request',
    says: 'The request is malformed. The server has not checked who sent it, or what they may do.',
    rule: 'RFC 9110 §15.5.1',
  },
  {
    status: 401,
    name: '401 Unauthorized',
    says: 'It can be read, but valid credentials are missing. The response must say in a challenge how to send them.',
    rule: 'RFC 9110 §15.5.2',
  },
  {
    status: 403,
    name: '403 Forbidden',
    says: 'It was understood, and the server refuses it. Sending the same credentials again will not help.',
    rule: 'RFC 9110 §15.5.4',
  },
];

/** The three refusals, told apart by the gate at which a request stops. */
export function Answers() {
  return (
    <ul className="grid gap-x-12 gap-y-12 lg:grid-cols-3">
      {answers.map(({ status, name, says, rule }) => (
        <li
          key={status}
          className="grid content-start items-center gap-x-10 sm:max-lg:grid-cols-[17rem_minmax(0,1fr)]"
        >
          <Gates status={status} />
          <div className="max-sm:mt-5 lg:mt-6">
            <h3 className="text-lg">{name}</h3>
            <p className="mt-1.5 text-soft">{says}</p>
            <p className="mt-1.5 text-sm">
              <a className="link" href={ruleUrl(rule)}>
                {rule}
              </a>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Why a cause fits, in words for whoever answered. */
import type { CauseEntry, Reason } from './match-causes';
import type { Answers } from './questions';

const readers: Readonly<Record<string, string>> = {
  visitor: 'people who use a site',
  page: 'pages in a browser',
  program: 'scripts and tools',
  server: 'people who run the server',
};

const times: Readonly<Record<string, string>> = {
  never: 'when it has never worked',
  before: 'when it worked before',
  elsewhere: 'when another client or machine succeeds',
  others: 'when another account, path or method succeeds',
};

const things: Readonly<Record<string, string>> = {
  token: 'a token',
  password: 'a user name and a password',
  cookie: 'a cookie',
  signature: 'an API key, a signature or a certificate',
  nothing: 'a request without credentials',
};

/** One line for each answer, such as *401 is its usual status*. */
export function fitWords(cause: CauseEntry, reasons: readonly Reason[], answers: Answers): readonly string[] {
  return reasons.map(({ question, level }) => {
    if (question === 'status') return statusWords(cause, level, answers.status);
    if (question === 'who') return whoWords(level, answers.who);
    const about = question === 'sign' ? times[answers.sign] : `with ${things[answers.sent]}`;
    return { usual: `usual ${about}`, possible: `possible ${about}`, weak: '', miss: `not usual ${about}` }[
      level
    ];
  });
}

function whoWords(level: Reason['level'], who: string): string {
  const reader = readers[who];
  return {
    usual: `met mostly by ${reader}`,
    possible: `met also by ${reader}`,
    weak: 'a client meets it at your server',
    miss: `not usual for ${reader}`,
  }[level];
}

function statusWords({ statuses }: CauseEntry, level: Reason['level'], status: string): string {
  const number = Number.parseInt(status, 10);
  if (Number.isNaN(number)) {
    const what = status === 'none' ? 'without a status' : 'with another status';
    return level === 'miss' ? `not usual ${what}` : `seen ${what}`;
  }
  if (level === 'miss') return `not usual with ${number}`;
  const seen = statuses[0] === number ? `${number} is its usual status` : `${number} is possible`;
  if (level !== 'weak') return seen;
  return status === '401-bare'
    ? `${seen}, often with WWW-Authenticate`
    : `${seen}, often without WWW-Authenticate`;
}

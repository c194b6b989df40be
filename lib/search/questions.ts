/** The questions of the finder of causes, the answers to them, and how an address carries these. */

/** The answers to the questions and what was typed; an empty text is no answer. */
export interface Answers {
  readonly who: string;
  readonly status: string;
  readonly sign: string;
  readonly sent: string;
  readonly fix: string;
  readonly q: string;
}

export const noAnswers: Answers = { who: '', status: '', sign: '', sent: '', fix: '', q: '' };

/** The first three questions, in the order in which they are asked; the first option of each is no answer. */
export const questions = [
  {
    name: 'who',
    ask: 'Where does it happen?',
    options: [
      { value: '', label: 'Anywhere' },
      { value: 'visitor', label: 'I use a site' },
      { value: 'page', label: 'My page calls an API, in a browser' },
      { value: 'program', label: 'My script, server or tool calls an API' },
      { value: 'server', label: 'I write or run the server' },
    ],
  },
  {
    name: 'status',
    ask: 'What came back?',
    options: [
      { value: '', label: 'Any status' },
      { value: '401', label: '401' },
      { value: '401-challenge', label: '401 with WWW-Authenticate' },
      { value: '401-bare', label: '401 without WWW-Authenticate' },
      { value: '403', label: '403' },
      { value: '404', label: '404' },
      { value: '400', label: '400' },
      { value: '407', label: '407' },
      { value: '419', label: '419' },
      { value: '422', label: '422' },
      { value: '429', label: '429' },
      { value: '302', label: '302' },
      { value: '200', label: '200' },
      { value: 'none', label: 'No status: a network or CORS error' },
      { value: 'other', label: 'Another status' },
    ],
  },
  {
    name: 'sign',
    ask: 'When does it happen?',
    options: [
      { value: '', label: 'I cannot tell' },
      { value: 'never', label: 'It has never worked' },
      { value: 'before', label: 'It worked before' },
      { value: 'elsewhere', label: 'It works with another client or machine' },
      { value: 'others', label: 'It works for another account, path or method' },
    ],
  },
] as const;

/** The fourth question, asked where the first three leave too many causes to read. */
export const fourthQuestion = {
  name: 'sent',
  ask: 'What did you send with the request?',
  options: [
    { value: '', label: 'I cannot tell' },
    { value: 'token', label: 'A token' },
    { value: 'password', label: 'A user name and a password' },
    { value: 'cookie', label: 'A cookie' },
    { value: 'signature', label: 'An API key, a signature or a certificate' },
    { value: 'nothing', label: 'Nothing' },
  ],
} as const;

/** How many causes somebody reads through; where more are left, the fourth question is asked. */
export const fewEnough = 8;

/** Who can fix a cause, in words. */
export const fixers: Readonly<Record<string, string>> = {
  visitor: 'The visitor',
  client: 'The client’s developer',
  server: 'The server’s developer',
  operator: 'The operator',
};

/** Reads the answers from the query of an address; what it does not know is no answer. */
export function answersIn(query: string): Answers {
  const given = new URLSearchParams(query);
  const chosen = (question: (typeof questions)[number] | typeof fourthQuestion) => {
    const value = given.get(question.name) ?? '';
    return question.options.some((option) => option.value === value) ? value : '';
  };
  const [who, status, sign] = questions;
  const fix = given.get('fix') ?? '';
  return {
    who: chosen(who),
    status: chosen(status),
    sign: chosen(sign),
    sent: chosen(fourthQuestion),
    fix: Object.hasOwn(fixers, fix) ? fix : '',
    q: given.get('q') ?? '',
  };
}

/** The query that `answersIn` reads again; empty where nothing was answered. */
export function queryOf(answers: Answers): string {
  const given = Object.entries(answers).filter(([, value]) => value.trim() !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

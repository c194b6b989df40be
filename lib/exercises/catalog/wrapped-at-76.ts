import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { toyWords } from '../people';

interface Pair {
  readonly username: string;
  readonly passphrase: string;
}

/** The lines that GNU base64 makes: at most 76 characters each. */
function wrapped(line: string): string[] {
  return line.replace(/^Basic /, '').match(/.{1,76}/g) ?? [];
}

/** What `echo … | base64` gives. */
const echoed = ({ username, passphrase }: Pair) => wrapped(basicCredentials(username, `${passphrase}\n`));

const printed = ({ username, passphrase }: Pair) => wrapped(basicCredentials(username, passphrase));

export default defineExercise({
  title: 'A long secret in two lines',
  task: 'Ada chose a long passphrase. She put the output of `echo ada:… | base64` into a settings file. The program that reads the file joined the two lines with a space. Book the night train.',
  level: 3,
  goal: { status: 200, path: '/night-train' },
  hints: [
    'Look at the text after Basic, near its 76th letter. After you fixed that, read the next refusal: it is another one.',
    'The second gate refused you. After the scheme it expects one word without a space, and every byte in it must have been typed.',
    'Authorization: Basic ____, what `printf %s username:passphrase | base64 | tr -d "\\n"` prints.',
  ],
  async resource(attempt) {
    const words = ['first', 'second', 'third', 'fourth', 'fifth'].map((which) =>
      toyWords(attempt, `${which} words of ada`),
    );
    const passphrase = (await Promise.all(words)).join('-');
    return {
      realm: 'night train',
      schemes: [basic({ accounts: [{ username: 'ada', password: passphrase, principal: { name: 'ada' } }] })],
      routes: { '/night-train': { policy: anyone, content: { berth: 'upper', leaves: '22:47' } } },
      wallet: async () => ({
        username: { label: "Ada's user name", value: 'ada' },
        passphrase: { label: "Ada's passphrase", value: passphrase },
      }),
    };
  },
  start: (w) => get('/night-train', authorization(`Basic ${echoed(w).join(' ')}`)),
  solution: (w) => get('/night-train', authorization(`Basic ${printed(w).join('')}`)),
  reasons: ['The Base64 is one line without a space or a line feed in it.'],
  mistakes: [
    {
      name: 'the space taken out, the line feed left in',
      draft: (w) => get('/night-train', authorization(`Basic ${echoed(w).join('')}`)),
      status: 401,
      fails: 'no control characters inside',
      misconception: 'base64-is-base64',
    },
    {
      name: 'printf, and still two lines',
      draft: (w) => get('/night-train', authorization(`Basic ${printed(w).join(' ')}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
      misconception: 'base64-never-breaks-lines',
    },
    {
      name: 'the first line alone',
      draft: (w) => get('/night-train', authorization(`Basic ${printed(w)[0] ?? ''}`)),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'base64-never-breaks-lines',
    },
    {
      name: 'a field line for each',
      draft: (w) => get('/night-train', ...printed(w).map((line) => authorization(`Basic ${line}`))),
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
    {
      name: 'backslash and n where the line ended',
      draft: (w) => get('/night-train', authorization(`Basic ${printed(w).join('\\n')}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
      misconception: 'base64-never-breaks-lines',
    },
    {
      name: 'in quotation marks, to keep it together',
      draft: (w) => get('/night-train', authorization(`Basic "${printed(w).join('')}"`)),
      status: 401,
      fails: 'Basic is followed by one token68',
    },
    {
      name: 'the passphrase as it is',
      draft: ({ username, passphrase }) =>
        get('/night-train', authorization(`Basic ${username}:${passphrase}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
      misconception: 'basic-takes-it-plain',
    },
  ],
});

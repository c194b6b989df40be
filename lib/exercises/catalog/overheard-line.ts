import { requireRole } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { toyWords } from '../people';

/** The password in a line of Basic: all behind the first colon. */
function passwordIn(line: string): string {
  const pair = atob(line.replace(/^Basic /, ''));
  return pair.slice(pair.indexOf(':') + 1);
}

/** What a reader gets who cuts at the last colon. */
function behindLastColon(line: string): string {
  return (
    atob(line.replace(/^Basic /, ''))
      .split(':')
      .at(-1) ?? ''
  );
}

export default defineExercise({
  title: 'A Basic header in the log',
  task: 'The kettle’s log contains the Authorization header that Grace sends. She uses the same password for /diary, with the user name grace-at-home, and bets that nobody can read it from the log. Open the diary.',
  level: 2,
  goal: { status: 200, path: '/diary' },
  hints: [
    'Anybody can decode the text after Basic. Decode it.',
    'The third gate refused you: the credentials are accepted, but this user name may only boil water. Use the password with the other user name.',
    'Authorization: Basic ____, the Base64 of the other user name, a colon, and everything after the first colon of the decoded line.',
  ],
  async resource(attempt) {
    const password = `tea:4:${await toyWords(attempt, 'password of grace')}`;
    const account = (username: string, role: string) => ({
      username,
      password,
      principal: { name: username, roles: [role] },
    });
    return {
      realm: 'home',
      schemes: [basic({ accounts: [account('grace', 'kettle'), account('grace-at-home', 'diary')] })],
      routes: {
        '/diary': { policy: requireRole('diary'), content: { monday: 'Found a moth in the relay.' } },
        '/kettle': { policy: requireRole('kettle'), content: { water: 'boiling' } },
      },
      wallet: async () => ({
        'logged-line': {
          label: "Authorization in the kettle's log",
          value: basicCredentials('grace', password),
        },
        'diary-username': { label: "Grace's user name for the diary", value: 'grace-at-home' },
      }),
    };
  },
  start: (w) => get('/diary', authorization(w['logged-line'])),
  solution: (w) =>
    get('/diary', authorization(basicCredentials(w['diary-username'], passwordIn(w['logged-line'])))),
  reasons: [
    'Base64 is not encryption: the password in the log can be read and used with the other user name.',
  ],
  mistakes: [
    {
      name: 'nobody',
      draft: () => get('/diary'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the line at the kettle',
      draft: (w) => get('/kettle', authorization(w['logged-line'])),
      status: 200,
      misconception: 'base64-is-encryption',
    },
    {
      name: 'cut at the last colon',
      draft: (w) =>
        get(
          '/diary',
          authorization(basicCredentials(w['diary-username'], behindLastColon(w['logged-line']))),
        ),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'the-last-colon-splits',
    },
    {
      name: 'the Base64 taken for the password',
      draft: (w) =>
        get(
          '/diary',
          authorization(basicCredentials(w['diary-username'], w['logged-line'].replace(/^Basic /, ''))),
        ),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'base64-is-encryption',
    },
    {
      name: 'the whole pair taken for the password',
      draft: (w) =>
        get(
          '/diary',
          authorization(basicCredentials(w['diary-username'], `grace:${passwordIn(w['logged-line'])}`)),
        ),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'the-last-colon-splits',
    },
    {
      name: 'the other name in the clear',
      draft: (w) =>
        get('/diary', authorization(`Basic ${w['diary-username']}:${passwordIn(w['logged-line'])}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
      misconception: 'basic-takes-it-plain',
    },
    {
      name: 'both lines',
      draft: (w) =>
        get(
          '/diary',
          authorization(w['logged-line']),
          authorization(basicCredentials(w['diary-username'], passwordIn(w['logged-line']))),
        ),
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
  ],
});

import { type Check, passed } from '@/lib/http-auth/decision';
import { shown } from '@/lib/http-auth/evidence';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get, propose } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply } from '../exercise';
import { type Forwarded, inFront, without } from '../intermediary';
import { person } from '../people';
import { setting } from '../server-switch';

const path = '/recipes';

const handedOn: Check = {
  stage: 'syntax',
  check: 'the web server passes the request on to the program',
  failure: 'the web server did not pass the request on to the program',
  rule: 'RFC 3875 §4.1.18',
};

const passAuth = setting({
  name: 'CGIPassAuth',
  path: '/htaccess',
  title: 'Your setting of the web server: CGIPassAuth',
  values: { Off: 'programs do not get Authorization', On: 'programs get Authorization' },
  says: (value) =>
    value === 'On' ? 'The program gets Authorization from now on.' : 'The program gets no Authorization.',
});

/** What the program gets: a server that starts programs keeps passwords from them unless it is told otherwise. */
async function cgi({ message, env }: Call): Promise<Forwarded> {
  const value = await passAuth.read(env);
  const forwarded =
    value === 'On' ? message : without(message, (name) => /^(?:proxy-)?authorization$/i.test(name));
  const lost = message.fields.length - forwarded.fields.length;
  const saw = `CGIPassAuth ${value}: ${lost ? 'all fields but Authorization' : 'all fields'}`;
  return { message: forwarded, trace: [passed(handedOn, saw)] };
}

/** The names of the variables in which the program finds the fields (RFC 3875 §4.1.18). */
async function variables(call: Call): Promise<Reply> {
  const { message, trace } = await cgi(call);
  const names = message.fields.map(([name]) => `HTTP_${shown(name.toUpperCase(), 60).replace(/-/g, '_')}`);
  return { status: 200, content: { variables: [...new Set(names)].sort() }, trace };
}

const set = (ask: Ask, value: string) => ask(propose('/htaccess', value));

export default defineExercise({
  title: 'Authorization dropped by CGI',
  task: 'Grace’s program runs behind a web server, by CGI, and answers 401 to the right password. GET /variables shows what reached the program. Correct the setting CGIPassAuth with POST /htaccess, then read /recipes.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'Send the same Authorization to /variables. Which variable is missing?',
    'The second gate saw no credentials, although you sent them: the web server did not pass them on. The trace names the setting.',
    'POST /htaccess with ____ for CGIPassAuth, then the same GET /recipes again.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const realm = 'kitchen';
    const schemes = [basic({ accounts: [{ ...grace, principal: { name: 'grace' } }] })] as const;
    return {
      realm,
      schemes,
      sheet: passAuth.sheet,
      routes: {
        [path]: inFront({
          resource: { realm, schemes, policy: anyone },
          content: { recipes: ['pea soup', 'plum jam', 'ship’s biscuit'] },
          hop: cgi,
        }),
        '/variables': { policy: anyone, open: true, handle: variables },
        '/htaccess': passAuth.route,
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: (w) => get(path, basicLine(w, 'grace')),
  solution: async (w, ask) => {
    await set(ask, 'On');
    return get(path, basicLine(w, 'grace'));
  },
  reasons: [
    'With CGIPassAuth On, the web server passes Authorization on to the program.',
    'The header reaches the program now, and the password was right all along.',
  ],
  mistakes: [
    {
      name: 'the same line once more',
      async draft(w, ask) {
        await set(ask, 'Off');
        return get(path, basicLine(w, 'grace'));
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: '401-means-wrong-password',
    },
    {
      name: 'a field that the web server does not know',
      async draft(w, ask) {
        await set(ask, 'Off');
        return get(path, ['X-Authorization', basicCredentials(w['grace-username'], w['grace-password'])]);
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'two lines, in case one gets lost',
      async draft(w, ask) {
        await set(ask, 'Off');
        const line = basicLine(w, 'grace');
        return get(path, line, line);
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: 'more-is-safer',
    },
    {
      name: 'what the program saw',
      draft: (w) => get('/variables', basicLine(w, 'grace')),
      status: 200,
    },
    {
      name: 'a value that the setting does not have',
      draft: () => propose('/htaccess', 'Yes'),
      status: 400,
      fails: 'CGIPassAuth is set to a value that it has',
    },
    {
      name: 'the setting alone, without credentials',
      async draft(_w, ask) {
        await set(ask, 'On');
        return get(path);
      },
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'a new password, when the old one arrives',
      async draft(w, ask) {
        await set(ask, 'On');
        return get(path, authorization(basicCredentials(w['grace-username'], 'plum-jam-12')));
      },
      status: 401,
      fails: 'user name and password belong together',
      misconception: '401-means-wrong-password',
    },
  ],
});

import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person, toyWords } from '../people';

export default defineExercise({
  title: 'Open door: behind a proxy',
  task: 'A plain Basic endpoint that a proxy also leads to, for testing how your own client tells 407 from 401. Your credentials below name the address of the proxy, where one is open: `curl -x ADDRESS -U proxy:… -u ada:…` and the address of the resource.',
  level: 1,
  open: true,
  goal: { status: 200 },
  hints: [
    'Two ask for a password here: the proxy with 407 and Proxy-Authenticate, the resource with 401 and WWW-Authenticate.',
    'Each has a header of its own. Credentials for the proxy do not help at the second gate.',
    'Proxy-Authorization: ____ is for the proxy and ends there; Authorization: ____ goes on to the resource.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    const password = await toyWords(attempt, 'password of the proxy');
    return {
      realm: 'open door',
      schemes: [basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })],
      routes: { '/': { policy: anyone } },
      wallet: async () => ({
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
        'proxy-username': { label: 'User name at the proxy', value: 'proxy' },
        'proxy-password': { label: 'Password at the proxy', value: password },
      }),
    };
  },
  start: () => get('/'),
  solution: (w) => get('/', authorization(basicCredentials(w.username, w.password))),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'what is meant for the proxy, given to the resource',
      draft: (w) => get('/', basicLine(w, 'proxy')),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'what is meant for the resource, in the field of the proxy',
      draft: (w) => get('/', ['Proxy-Authorization', basicCredentials(w.username, w.password)]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'a wrong password',
      draft: (w) => get('/', authorization(basicCredentials(w.username, 'let-me-in'))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'both in one field',
      draft: (w) => get('/', basicLine(w, 'proxy'), authorization(basicCredentials(w.username, w.password))),
      status: 400,
      fails: 'at most one Authorization header',
    },
  ],
});

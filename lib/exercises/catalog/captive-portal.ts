import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get, sendJson } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply, type Route } from '../exercise';
import { type Forwarded, inFront } from '../intermediary';
import { person } from '../people';
import { setting } from '../server-switch';

const path = '/post';
const portalName = ['Server', 'toy-hotel-network'] as const;

const accepted = setting({
  name: 'accept',
  path: '/portal',
  title: 'The terms of the network',
  values: { no: 'stay outside', yes: 'accept the terms' },
  says: (value) =>
    value === 'yes'
      ? 'Welcome. The network lets you through from now on.'
      : 'The network does not let you through.',
  byClient: true,
});

/** Answers in place of the origin until the terms of the network were accepted (RFC 6585 §6). */
async function network({ message, env, resource }: Call): Promise<Reply | Forwarded> {
  if ((await accepted.read(env)) === 'yes') return { message, trace: [] };
  return {
    status: 511,
    fields: [portalName],
    content: {
      type: 'about:blank',
      title: 'Network Authentication Required',
      status: 511,
      detail:
        'This is the network of the hotel, not the server that you asked. It has not seen your request.',
      portal: `${resource}/portal`,
    },
  };
}

const portal: Route = {
  ...accepted.route,
  methods: ['GET', 'POST'],
  async handle(call) {
    if (call.message.method === 'POST') return (await accepted.route.handle?.(call)) ?? { status: 400 };
    const content = { terms: 'Be kind to the kettle.', accept: 'POST here with {"accept": "yes"}' };
    return { status: 200, fields: [portalName], content };
  },
};

const set = (ask: Ask, accept: string) => ask(sendJson('/portal', { accept }));

export default defineExercise({
  title: '511: the network asks first',
  task: 'In a hotel, Grace asks for her post with the right password. She gets a 511, which her server never sends. Find out who answers, do what that body asks for, and fetch /post.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'Read the header Server and the body. Did Grace’s server answer?',
    'The request did not reach her server: the network in between answered, and the body names its portal. A 511 is not a 401, so Authorization does not help.',
    'POST /portal with {"accept": "____"}; then the same GET /post again.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const realm = 'post';
    const schemes = [basic({ accounts: [{ ...grace, principal: { name: 'grace' } }] })] as const;
    return {
      realm,
      schemes,
      routes: {
        [path]: inFront({
          resource: { realm, schemes, policy: anyone },
          content: { post: ['a card from Ada', 'a bill'] },
          hop: network,
        }),
        '/portal': portal,
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name, at her server", value: grace.username },
        'grace-password': { label: "Grace's password, at her server", value: grace.password },
      }),
    };
  },
  start: (w) => get(path, basicLine(w, 'grace')),
  solution: async (w, ask) => {
    await set(ask, 'yes');
    return get(path, basicLine(w, 'grace'));
  },
  reasons: [
    'The network answers 511 until somebody accepts its terms at the portal.',
    'The network lets the same request through now, and the server accepts the password.',
  ],
  mistakes: [
    {
      name: 'the right password once more',
      async draft(w, ask) {
        await set(ask, 'no');
        return get(path, basicLine(w, 'grace'));
      },
      status: 511,
      misconception: 'retry-until-it-works',
    },
    {
      name: 'credentials for a proxy',
      async draft(w, ask) {
        await set(ask, 'no');
        const credentials = basicCredentials(w['grace-username'], w['grace-password']);
        return get(path, ['Proxy-Authorization', credentials]);
      },
      status: 511,
      misconception: 'any-field-will-do',
    },
    { name: 'the terms read and not accepted', draft: () => get('/portal'), status: 200 },
    {
      name: 'an answer that is neither yes nor no',
      draft: () => sendJson('/portal', { accept: 'perhaps' }),
      status: 400,
      fails: 'accept is set to a value that it has',
    },
    {
      name: 'through the network without a password',
      async draft(_w, ask) {
        await set(ask, 'yes');
        return get(path);
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-network-is-the-server',
    },
    {
      name: 'through the network with a password of the hotel',
      async draft(w, ask) {
        await set(ask, 'yes');
        return get(path, authorization(basicCredentials(w['grace-username'], 'room-12')));
      },
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'the-network-is-the-server',
    },
  ],
});

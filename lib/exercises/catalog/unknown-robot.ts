import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { shown } from '@/lib/http-auth/evidence';
import { fieldValue } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { authorization, get } from '../drafts';
import { type Call, defineExercise, type Reply } from '../exercise';
import { type Forwarded, inFront } from '../intermediary';
import { toyKey } from '../people';

const path = '/prices';

const named: Check = {
  stage: 'authorization',
  check: 'the robot has a name of its own and says how to reach its owner',
  failure: 'the robot does not say who it is and how to reach its owner',
  rule: 'RFC 9110 §10.1.5',
};
const format =
  'a name with a version, then where its owner is found: toy-robot/1.0 (+https://robots.example)';

const libraries =
  /^(?:curl|wget|python-requests|python-urllib|python-httpx|aiohttp|go-http-client|java|okhttp|axios|node|undici|libwww-perl|postmanruntime|httpie)\b/i;

/** An address in parentheses. Its parts are bounded, since a pattern without bounds would read a long field again and again. */
const contact = /\(\+?(?:https?:\/\/|mailto:)[^\s().]{1,64}(?:\.[^\s().]{1,64}){1,8}\)/i;

/** Why a User-Agent is turned away; undefined where it is not. */
function fault(agent: string | undefined): string | undefined {
  if (!agent) return 'no User-Agent';
  if (libraries.test(agent)) return `${shown(agent, 60)}: the name of a tool, not of a robot`;
  if (/^mozilla\//i.test(agent)) return 'the name of a browser, at an entrance for robots';
  if (!/^[\w.-]+\/\d[\w.]*(?: |$)/.test(agent)) return `${shown(agent, 60)}: no name with a version`;
  if (!contact.test(agent)) return `${shown(agent, 60)}: nobody to write to`;
  return undefined;
}

/** A shield in front of the shop. It knows no person, and asks for none. */
async function shield({ message }: Call): Promise<Reply | Forwarded> {
  const agent = fieldValue(message, 'User-Agent');
  const saw = fault(agent);
  if (!saw) return { message, trace: [passed(named, shown(agent ?? '', 60))] };
  return { status: 403, fields: [['Server', 'toy-shield']], trace: [failed(named, saw, format)] };
}

const agent = (value: string) => ['User-Agent', value] as const;
const robot = agent('toy-robot/1.0 (+https://robots.example)');

export default defineExercise({
  title: '403 for an unknown robot',
  task: 'Alan’s script has a valid token and gets 403 from a firewall in front of the shop. The firewall looks only at User-Agent. Name the script there, and fetch /prices.',
  level: 1,
  goal: { status: 200, path },
  hints: [
    'Who answers? Read the header Server, then the body. Does one of them mention the token?',
    'The rule comes before the second gate, so the server did not check the credentials. The body says what it expects of a robot.',
    'GET /prices with the same token and User-Agent: ____/1.0 (+https://____.example).',
  ],
  async resource(attempt) {
    const value = await toyKey(attempt, 'token of the script');
    const realm = 'shop';
    const schemes = [bearer({ tokens: opaqueTokens({ [value]: { principal: { name: 'alan' } } }) })] as const;
    return {
      realm,
      schemes,
      routes: {
        [path]: inFront({
          resource: { realm, schemes, policy: anyone },
          content: { prices: { kettle: 12, teapot: 9 } },
          hop: shield,
        }),
      },
      wallet: async () => ({ 'script-token': { label: "Token of Alan's script", value } }),
    };
  },
  start: (w) => get(path, agent('curl/8.5.0'), authorization(`Bearer ${w['script-token']}`)),
  solution: (w) => get(path, robot, authorization(`Bearer ${w['script-token']}`)),
  reasons: ['The shield lets a client through that names itself and a page about it in User-Agent.'],
  mistakes: [
    {
      name: 'without a User-Agent',
      draft: (w) => get(path, agent(''), authorization(`Bearer ${w['script-token']}`)),
      status: 403,
      fails: 'the robot has a name of its own and says how to reach its owner',
      misconception: 'every-refusal-is-about-the-person',
    },
    {
      name: 'the name of a browser',
      draft: (w) =>
        get(path, agent('Mozilla/5.0 (X11; Linux x86_64)'), authorization(`Bearer ${w['script-token']}`)),
      status: 403,
      fails: 'the robot has a name of its own and says how to reach its owner',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'a name and nobody to write to',
      draft: (w) => get(path, agent('toy-robot/1.0'), authorization(`Bearer ${w['script-token']}`)),
      status: 403,
      fails: 'the robot has a name of its own and says how to reach its owner',
    },
    {
      name: 'no token either',
      draft: () => get(path, agent('curl/8.5.0')),
      status: 403,
      fails: 'the robot has a name of its own and says how to reach its owner',
      misconception: 'a-stranger-always-gets-401',
    },
    {
      name: 'a well-known robot without a token',
      draft: () => get(path, robot),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'a well-known robot with another token',
      draft: () => get(path, robot, authorization('Bearer toy-token-of-nobody')),
      status: 401,
      fails: 'token is known',
    },
  ],
});

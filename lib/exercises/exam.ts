/** The routes of an exam: the incidents of one attempt, how far it is, and the badge for all of them. */
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { anyone } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import { badgePress } from './badge';
import type { Attempt, Call, ProtectedResource, Reply, Route } from './exercise';
import { type Incident, type IncidentResource, kitOf } from './incident';
import { type Evidence, keyUrl } from './open-badge';

const whole: Check = {
  stage: 'authorization',
  check: 'every incident is solved',
  failure: 'not every incident is solved',
  rule: 'RFC 9110 §15.5.4',
};
const sent: Check = {
  stage: 'syntax',
  check: 'the content is a badge',
  failure: 'the content is not a badge',
  rule: 'RFC 9110 §15.5.1',
};
const genuine: Check = {
  stage: 'authentication',
  check: 'the badge was signed by this server',
  failure: 'the badge was not signed by this server',
  rule: 'RFC 7515 §5.2',
};
const lifeMs = 24 * 3_600_000;
const realm = 'night shift';

/** The resource of the exam `title` with the incidents that were drawn for this attempt. */
export async function exam(
  title: string,
  drawn: readonly Incident[],
  attempt: Attempt,
): Promise<ProtectedResource<string>> {
  const kit = await kitOf(attempt);
  const press = await badgePress(attempt);
  const opened = await Promise.all(
    drawn.map(async (incident, at) => {
      const resource = await incident.open(kit);
      // Where it can be fixed may be another path, which is for the learner to find.
      const captured = incident.captured(valuesOf(resource));
      return { incident, resource, number: at + 1, report: incident.report, captured };
    }),
  );
  const solvedAt = (path: string, env: Env) => env.recall(`solved ${path}`);
  const progress = async (env: Env) => {
    const incidents = await Promise.all(
      opened.map(async ({ incident: { path, cause }, number, captured }) => {
        const solved = await solvedAt(path, env);
        const asked = { number, method: captured.method, path: captured.path };
        return { ...asked, ...(solved ? { solved, cause } : { solved: false as const }) };
      }),
    );
    return { solved: incidents.filter(({ solved }) => solved).length, of: incidents.length, incidents };
  };
  const open = (handle: Route['handle'], ...methods: string[]): Route => ({
    policy: anyone,
    open: true,
    ...(handle && { handle }),
    ...(methods.length && { methods }),
  });

  const board = async ({ env }: Call): Promise<Reply> => {
    const { incidents, ...counted } = await progress(env);
    const reports = opened.map(({ report, captured }, at) => ({ ...incidents[at], report, captured }));
    return { status: 200, content: { ...counted, incidents: reports } };
  };
  const tally = async ({ message, env }: Call): Promise<Reply> => {
    if (message.method === 'DELETE') {
      for (const { incident } of opened) await env.remember(`solved ${incident.path}`, '', later(env));
    }
    return { status: 200, content: await progress(env) };
  };
  const badge = async ({ env }: Call): Promise<Reply> => {
    const { solved, of, incidents } = await progress(env);
    const saw = `${solved} of ${of}`;
    if (solved < of) {
      const trace = [failed(whole, saw, `all ${of}; GET /progress says which are left`)];
      return { status: 403, trace };
    }
    const evidence = incidents.flatMap((incident): Evidence[] =>
      incident.solved === false
        ? []
        : [{ path: incident.path, cause: incident.cause, solved: incident.solved }],
    );
    const text = await press.press(env.origin, { title, evidence }, env.now());
    const content = {
      page: `${env.origin}/badge#${text}`,
      says: { badge: press.name, incidents: evidence },
      verify: `Open the page, or take the key from ${keyUrl(env.origin, press.jwk.kid)} and verify the JWS with ES256. It is an Open Badge 3.0, and any verifier of those can read it.`,
      badge: text,
    };
    return { status: 200, content, trace: [passed(whole, saw)] };
  };
  const verify = async ({ message }: Call): Promise<Reply> => {
    const read = readJsonObject(message.body);
    const text = read.ok ? member(read.object, 'badge') : undefined;
    if (typeof text !== 'string') {
      return {
        status: 400,
        trace: [failed(sent, read.ok ? 'no text called badge' : read.saw, '{"badge": "…"}')],
      };
    }
    const says = await press.read(text);
    if (typeof says === 'string') {
      const step = failed(genuine, says, 'a badge as GET /badge gives it now');
      return { status: 422, trace: [passed(sent, 'a text'), step] };
    }
    return { status: 200, content: { genuine: true, says }, trace: [passed(genuine, String(says.sub))] };
  };

  return {
    realm,
    sheet: {
      kind: 'incidents',
      incidents: opened.map(({ number, report, captured }) => ({ number, report, captured })),
    },
    schemes: [kit.tokens.scheme],
    routes: {
      '/': open(board),
      '/progress': open(tally, 'GET', 'DELETE'),
      '/badge': open(badge),
      '/badge/verify': open(verify, 'POST'),
      '/.well-known/jwks.json': open(async () => ({ status: 200, content: { keys: [press.jwk] } })),
      ...Object.fromEntries(
        opened.flatMap(({ incident, resource, number }) => routesOf(incident, resource, number)),
      ),
    },
    wallet: async () => Object.assign({}, ...opened.map(({ resource }) => resource.wallet)),
  };
}

function routesOf(
  { path, method, cause }: Incident,
  resource: IncidentResource,
  number: number,
): [string, Route][] {
  const { schemes, policy, content, beside = {} } = resource;
  const reportRoute: Route = {
    schemes,
    policy,
    methods: [method ?? 'GET'],
    async handle({ env }) {
      const before = await env.recall(`solved ${path}`);
      if (!before) await env.remember(`solved ${path}`, env.now().toISOString(), later(env));
      return { status: 200, content: { ...content, incident: `number ${number} is solved`, number, cause } };
    },
  };
  return [[path, reportRoute], ...Object.entries(beside)];
}

const later = (env: Env) => new Date(env.now().getTime() + lifeMs);

function valuesOf({ wallet }: IncidentResource): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(wallet).map(([name, { value }]) => [name, value]));
}

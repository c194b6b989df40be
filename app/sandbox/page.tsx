import type { Metadata } from 'next';
import { ExerciseList } from '@/components/overview/ExerciseList';
import { OpenDoors } from '@/components/overview/OpenDoors';
import { origin } from '@/components/site/origin';
import { PageHeader } from '@/components/ui/PageHeader';
import { Section } from '@/components/ui/Section';
import { catalogue } from '@/lib/sandbox/catalogue';
import type { ExerciseView } from '@/lib/sandbox/exchange';
import { figure } from '@/lib/sandbox/figure';

export const metadata: Metadata = {
  alternates: { canonical: '/sandbox' },
  title: 'Sandbox: real 401 and 403 responses to solve',
  description:
    'Exercises by authentication scheme, each a real endpoint that refuses you until the request is right: in the page, with curl, or with your own client.',
};

/** What each scheme is, in the order in which the groups stand; others follow. */
const abouts: Readonly<Record<string, { title: string; about: string }>> = {
  Basic: {
    title: 'Basic',
    about: 'A user name and a password, joined by a colon and put into Base64 (RFC 7617).',
  },
  Bearer: { title: 'Bearer', about: 'A token, and whoever holds it may use it (RFC 6750).' },
  ApiKey: {
    title: 'API key',
    about: 'Not a registered scheme: each service chooses its own field and says so in its documentation.',
  },
  Session: {
    title: 'Session cookie',
    about:
      'Not a registered scheme: a sign-in leaves a cookie, and a second token proves the intent (RFC 6265).',
  },
  Digest: {
    title: 'Digest',
    about: 'Proof of a password by a hash over a nonce, the method and the address (RFC 7616).',
  },
  DPoP: {
    title: 'DPoP',
    about: 'A token that is bound to a key, with a signed proof for each request (RFC 9449).',
  },
  'SCRAM-SHA-256': {
    title: 'SCRAM',
    about: 'Client and server prove to each other in two steps that both know the password (RFC 7804).',
  },
  Signature: {
    title: 'Message signatures',
    about:
      'Not a registered scheme: chosen parts of the request are signed, and the signature names them (RFC 9421).',
  },
  'AWS4-HMAC-SHA256': {
    title: 'SigV4',
    about:
      'A vendor’s own way: the whole request in canonical form, signed; refusals are 403 without a challenge.',
  },
};

export default async function Sandbox() {
  const all = await catalogue();
  const doors = all.filter(({ open }) => open);
  const exercises = await Promise.all(
    all
      .filter(({ open }) => !open)
      .map(async (view) => ({ ...view, start: (await figure(view.slug, 'start')).response.status })),
  );
  const schemes = [...new Set([...Object.keys(abouts), ...exercises.flatMap(schemeOf)])];
  return (
    <div className="px-page">
      <PageHeader title="Sandbox">
        {exercises.length} requests that do not go through, each at a real endpoint of this server. Mend them:
        in the page, or from your own terminal.
      </PageHeader>
      {schemes.map((scheme) => {
        const own = exercises.filter((exercise) => schemeOf(exercise) === scheme);
        const { title, about } = abouts[scheme] ?? { title: scheme, about: undefined };
        return own.length ? (
          <Section key={scheme} id={scheme.toLowerCase()} title={title} intro={about} beside>
            <ExerciseList exercises={own} />
          </Section>
        ) : null;
      })}
      <Section
        id="open-doors"
        title="Open doors"
        intro="No task: one plain endpoint for each scheme, to try your own client on. Put 8 to 64 letters and digits of your own in place of my-client."
        beside
      >
        <OpenDoors doors={doors} origin={origin} />
      </Section>
    </div>
  );
}

function schemeOf({ schemes }: ExerciseView): string {
  return schemes[0] ?? '';
}

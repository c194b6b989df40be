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

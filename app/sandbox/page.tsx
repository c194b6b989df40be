import type { Metadata } from 'next';
import { ExerciseList } from '@/components/overview/ExerciseList';
import { OpenDoors } from '@/components/overview/OpenDoors';
import { origin } from '@/components/site/origin';
import { PageHeader } from '@/components/ui/PageHeader';
import { Section } from '@/components/ui/Section';
import { catalogue } from '@/lib/sandbox/catalogue';
import type { ExerciseView } from '@/lib/sandbox/exchange';

export const metadata: Metadata = {
  title: 'Sandbox: real 401 and 403 responses to solve',
  description:
    'Exercises by authentication scheme, each a real endpoint that refuses you until the request is right: in the page, with curl, or with your own client.',
};

const abouts: Readonly<Record<string, string>> = {
  Basic: 'A user name and a password, joined by a colon and put into Base64 (RFC 7617).',
  Bearer: 'A token, and whoever holds it may use it (RFC 6750).',
};
const unregistered =
  'Not a registered scheme: every service has its own way, and says so in its documentation.';

export default async function Sandbox() {
  const all = await catalogue();
  const exercises = all.filter(({ open }) => !open);
  const doors = all.filter(({ open }) => open);
  const schemes = [...new Set([...Object.keys(abouts), ...exercises.flatMap(schemeOf)])];
  return (
    <div className="px-page">
      <PageHeader title="Sandbox">
        {exercises.length} requests that are refused, each by a real endpoint of this server. Make them go
        through: in the page, or from your own terminal.
      </PageHeader>
      {schemes.map((scheme) => {
        const own = exercises.filter((exercise) => schemeOf(exercise) === scheme);
        return own.length ? (
          <Section key={scheme} id={idOf(scheme)} title={scheme} intro={abouts[scheme] ?? unregistered}>
            <ExerciseList exercises={own} />
          </Section>
        ) : null;
      })}
      <Section
        id="open-doors"
        title="Open doors"
        intro="No task: one plain endpoint for each scheme, to try your own client on. The first command knocks, the second says which credentials you hold. Put any 8 to 64 letters and digits in place of my-client."
      >
        <OpenDoors doors={doors} origin={origin} />
      </Section>
    </div>
  );
}

function schemeOf({ schemes }: ExerciseView): string {
  return schemes[0] ?? '';
}

function idOf(scheme: string): string {
  return scheme.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

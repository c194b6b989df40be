import type { Metadata } from 'next';
import { DiagnoseBoard } from '@/components/diagnose/DiagnoseBoard';
import { originWord } from '@/components/site/origin';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageHeader } from '@/components/ui/PageHeader';
import { Section } from '@/components/ui/Section';
import { Terminal } from '@/components/ui/Terminal';
import { listCauses } from '@/lib/content/causes';

export const metadata: Metadata = pageMetadata({
  path: '/diagnose',
  title: 'Diagnose a 401 Unauthorized or 403 Forbidden: paste it, and see the likely causes',
  description:
    'Paste curl -v output, a response, a HAR, a token or an error message: what is certain, the likely causes, one command that checks each, and the fix. Nothing leaves your browser.',
});

const commands = [
  {
    note: 'Send what curl prints, and read the diagnosis in your terminal. sed hides Authorization and cookies. Take out other keys yourself.',
    command:
      "curl -v https://api.example/orders 2>&1 | sed -E 's/([Aa]uthorization:( [A-Za-z]+)?|[Cc]ookie:) .*/\\1 hidden/' | curl --data-binary @- {origin}/api/diagnose",
  },
  {
    note: 'The same as JSON.',
    command: 'curl -H "Accept: application/json" --data-binary @error.log {origin}/api/diagnose',
  },
  { note: 'Without a server, in a copy of the repository.', command: 'npm run diagnose -- error.log' },
];

export default function DiagnosePage() {
  const causes = listCauses();
  const texts = causes.reduce((sum, { says = [] }) => sum + says.length, 0);
  return (
    <div className="px-page">
      <PageHeader title="Diagnose a 401 or 403">
        Paste what you have. You learn what is certain, which causes are likely, how to check each, and the
        fix.
      </PageHeader>
      <DiagnoseBoard />
      <noscript>
        <p className="text-soft">
          The diagnosis runs in your browser and needs JavaScript. From a terminal it needs none.
        </p>
      </noscript>
      <Section
        id="reads"
        title="What it reads"
        intro={`It knows ${causes.length} causes, and ${texts} texts that tools print. It gives no percentages.`}
      >
        <ul className="grid gap-x-10 gap-y-2 text-soft sm:grid-cols-2">
          {forms.map((form) => (
            <li key={form}>{form}</li>
          ))}
        </ul>
      </Section>
      <Section
        id="terminal"
        title="From a terminal"
        intro="At most 256 KiB. The server reads it in memory, and neither keeps nor logs it."
      >
        <Terminal origin={originWord} commands={commands} />
      </Section>
    </div>
  );
}

const forms = [
  'curl -v and curl -i, HTTPie, wget -S, Python http.client',
  'A HAR file, whole or cut',
  'Copy as cURL, fetch or PowerShell from DevTools',
  'A request or a response as text, one header, one challenge',
  'A JWT, or a Basic pair',
  'Error messages and log lines of frameworks and tools',
  'JSON and XML errors of clouds and registries',
  'Error pages of nginx, Apache, IIS, Cloudflare and others',
];

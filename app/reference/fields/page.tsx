import type { Metadata } from 'next';
import { Entry } from '@/components/reference/Entry';
import { Facts } from '@/components/reference/Facts';
import { Links } from '@/components/reference/Links';
import { ReferenceHeader } from '@/components/reference/ReferenceHeader';
import { RuleLink } from '@/components/reference/RuleLink';
import { WireValue } from '@/components/reference/WireValue';
import { pageMetadata } from '@/components/site/page-metadata';
import { Inline } from '@/components/ui/Inline';
import { loadFields } from '@/lib/content/reference';
import { readUses } from '@/lib/content/uses';

const url = '/reference/fields';

export const metadata: Metadata = pageMetadata({
  path: url,
  title: 'WWW-Authenticate, Authorization and the other headers behind a 401 or 403',
  description:
    'The HTTP headers that decide about a 401 or a 403: WWW-Authenticate, Authorization, Cookie, CORS, DPoP, signatures, caching. What each is for, an example, and what goes wrong.',
  picture: '/reference',
});

export default function Fields() {
  const uses = readUses();
  const fields = Object.entries(loadFields());
  const groups = [...new Set(fields.map(([, { group }]) => group))];
  return (
    <div className="px-page pb-16">
      <ReferenceHeader title="Fields" here={url}>
        The lines of a request or response that decide about a 401 or a 403. Capitals in their names mean
        nothing.
      </ReferenceHeader>
      {groups.map((group) => (
        <div key={group} className="pb-8">
          <p className="pb-3 font-display font-bold text-faint">{group}</p>
          {fields
            .filter(([, field]) => field.group === group)
            .map(([name, { sent, example, says, mind, registered, rule, source }]) => {
              const used = uses.field(name);
              return (
                <Entry
                  key={name}
                  id={name.toLowerCase()}
                  title={name}
                  mark={`in a ${sent}${registered === false ? ' · not registered' : ''}`}
                >
                  <WireValue lines={example.map((value) => `${name}: ${value}`)} />
                  <p className="mt-2.5">
                    <Inline text={says} />
                  </p>
                  <Facts
                    facts={[
                      ['Goes wrong', <Inline key="mind" text={mind} />],
                      [
                        registered === false ? 'Registry' : 'Rule',
                        rule ? <RuleLink key="rule" rule={rule} /> : null,
                      ],
                      [
                        'Source',
                        source ? (
                          <a key="source" className="link" href={source.url}>
                            {source.title}
                          </a>
                        ) : null,
                      ],
                      ['Meets you in', used.length ? <Links key="used" links={used} /> : null],
                    ]}
                  />
                </Entry>
              );
            })}
        </div>
      ))}
    </div>
  );
}

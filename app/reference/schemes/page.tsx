import type { Metadata } from 'next';
import { Entry } from '@/components/reference/Entry';
import { Facts } from '@/components/reference/Facts';
import { Links } from '@/components/reference/Links';
import { ReferenceHeader } from '@/components/reference/ReferenceHeader';
import { WireValue } from '@/components/reference/WireValue';
import { pageMetadata } from '@/components/site/page-metadata';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { loadSchemes } from '@/lib/content/reference';
import { catalog } from '@/lib/figures/catalog';
import { exercisePath } from '@/lib/pages';

const url = '/reference/schemes';

export const metadata: Metadata = pageMetadata({
  path: url,
  title: 'HTTP authentication schemes: Basic, Bearer, Digest, DPoP and the others',
  description:
    'Every HTTP authentication scheme with an example of WWW-Authenticate and Authorization: registered or not, its RFC, what goes wrong with it, and exercises to try it on.',
  picture: '/reference',
});

export default async function Schemes() {
  const exercises = await catalog();
  return (
    <div className="px-page pb-16">
      <ReferenceHeader title="Authentication schemes" here={url}>
        How each asks, how it is answered, and what goes wrong. Unregistered schemes are marked: no client
        knows it by itself.
      </ReferenceHeader>
      {Object.entries(loadSchemes()).map(([scheme, entry]) => {
        const { title, about, registered, rfc, challenge, unasked, credentials, dialog, mind } = entry;
        const schemeExercises = exercises.filter(({ schemes }) => schemes.includes(scheme));
        const links = schemeExercises.map(({ slug, title }) => ({ href: exercisePath(slug), title }));
        return (
          <Entry
            key={scheme}
            id={scheme.toLowerCase()}
            title={title ?? scheme}
            mark={
              <>
                {title ? (
                  <>
                    <code>{scheme}</code> ·{' '}
                  </>
                ) : null}
                {registered ? 'registered' : 'not registered'}
              </>
            }
          >
            <p>
              <Inline text={about} />
            </p>
            <Facts
              facts={[
                [
                  'Asks with',
                  challenge ? (
                    <WireValue key="challenge" lines={[`WWW-Authenticate: ${challenge}`]} />
                  ) : (
                    unasked
                  ),
                ],
                ['Answered by', credentials ? <WireValue key="credentials" lines={[credentials]} /> : null],
                ['Goes wrong', <Inline key="mind" text={mind} />],
                ['Browsers', dialog ? <Dialog key="dialog" /> : null],
                [
                  'Defined in',
                  rfc ? (
                    <a key="rfc" className="link" href={`https://www.rfc-editor.org/rfc/rfc${rfc}`}>
                      RFC {rfc}
                    </a>
                  ) : null,
                ],
                ['Try it', links.length ? <Links key="try" links={links} /> : null],
              ]}
            />
          </Entry>
        );
      })}
    </div>
  );
}

function Dialog() {
  return (
    <>
      A challenge like this can open the browser’s own dialog.{' '}
      <PageLink className="link" href="/sandbox/native-dialog">
        See it
      </PageLink>
    </>
  );
}

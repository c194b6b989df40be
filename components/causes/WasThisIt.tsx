import { editAddress, issueAddress } from '@/components/site/repository';

interface WasThisItProps {
  readonly slug: string;
  readonly title: string;
  /** Where the text is, in the repository. */
  readonly file: string;
}

const answers = 'was-this-it';
const word = 'flex w-fit min-h-11 items-center font-semibold text-brand hover:underline';

/** Whether the cause was the right one: two answers to open, of which one is open at a time. Nothing is sent. */
export function WasThisIt({ slug, title, file }: WasThisItProps) {
  const edit = editAddress(file);
  return (
    <div className="grid max-w-[62ch] gap-1">
      <details name={answers}>
        <summary className={word}>Yes</summary>
        <p className="pb-3">Thank you. This answer stays on this page: nothing was sent.</p>
      </details>
      <details name={answers}>
        <summary className={word}>No, or the fix did not help</summary>
        <NotIt slug={slug} title={title} />
      </details>
      <p className="mt-2 text-[0.9375rem] text-soft">
        {edit ? (
          <a href={edit} className="link">
            Edit this page
          </a>
        ) : (
          <>
            The text of this page is <code>{file}</code> in the repository.
          </>
        )}
      </p>
    </div>
  );
}

/** Where to go on: what looks alike, and an issue that knows the page. */
function NotIt({ slug, title }: Pick<WasThisItProps, 'slug' | 'title'>) {
  const issue = issueAddress({
    template: 'not-this.yml',
    title: `Not it: ${title.replaceAll('`', '')}`,
    fields: { where: `/causes/${slug}` },
  });
  return (
    <p className="pb-3">
      First see{' '}
      <a href="#alike" className="link">
        what looks alike
      </a>
      .{' '}
      {issue ? (
        <>
          If nothing fits,{' '}
          <a href={issue} className="link">
            write an issue about this page
          </a>
          . Its form is filled in with the page, and you send it yourself. Take out every secret first.
        </>
      ) : (
        'If nothing fits, write an issue in the repository: what you saw, and what the check showed. Take out every secret first.'
      )}
    </p>
  );
}

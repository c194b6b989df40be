/** Addresses in the repository that a page comes from; the build says where that is, in `REPOSITORY_URL`. */

/** What an issue is prepared with: a template of .github/ISSUE_TEMPLATE, and values for its fields by their id. */
interface PreparedIssue {
  readonly template: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Without an end slash; undefined where none was set. */
const repository = process.env.REPOSITORY_URL?.trim().replace(/\/+$/, '') || undefined;

/** Where the file is changed in a browser; undefined without a repository. */
export function editAddress(file: string): string | undefined {
  return repository && `${repository}/edit/main/${file}`;
}

/** A form whose fields are filled in, and which its author still has to send; undefined without a repository. */
export function issueAddress({ template, title, fields }: PreparedIssue): string | undefined {
  return repository && `${repository}/issues/new?${new URLSearchParams({ template, title, ...fields })}`;
}

import { Button, ButtonLink } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Notice } from '@/components/ui/Notice';
import { Tabs } from '@/components/ui/Tabs';
import { Terminal } from '@/components/ui/Terminal';
import { Sample } from './Sample';

const variants = ['primary', 'secondary', 'quiet'] as const;
const box = 'min-h-10 w-full rounded-lg border border-control bg-raised px-3 py-1.5';

/** What can be pressed. */
export function Buttons() {
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {(['md', 'sm'] as const).map((size) => (
        <Sample key={size} name={size}>
          <p className="flex flex-wrap items-center gap-3">
            {variants.map((variant) => (
              <Button key={variant} variant={variant} size={size}>
                Knock
              </Button>
            ))}
            <Button size={size} disabled>
              Disabled
            </Button>
            <ButtonLink href="#controls" variant="secondary" size={size}>
              A link
            </ButtonLink>
          </p>
        </Sample>
      ))}
      <Sample name="Copy">
        <CopyButton text="curl -i https://doorman.example" label="Copy the command" />
      </Sample>
    </div>
  );
}

/** Words beside the matter. */
export function Notices() {
  return (
    <div className="grid gap-4 md:grid-cols-3">
      <Notice title="Good to know">Kept in this browser alone.</Notice>
      <Notice kind="good" title="It went well">
        The file was read, and nothing was lost.
      </Notice>
      <Notice kind="problem" title="It did not go well">
        The server did not answer. Are you still online?
      </Notice>
    </div>
  );
}

/** Native inputs with their labels. */
export function Forms() {
  return (
    <form aria-label="Inputs" className="grid gap-5 md:grid-cols-2">
      <label>
        <span className="mb-1 block text-sm text-soft">Text</span>
        <input className={box} placeholder="redirect, cookie …" />
      </label>
      <label>
        <span className="mb-1 block text-sm text-soft">A choice</span>
        <select className={box}>
          <option>Anything</option>
          <option>Basic</option>
        </select>
      </label>
      <label>
        <span className="mb-1 block text-sm text-soft">Wire text</span>
        <textarea
          className={`${box} font-mono text-wire`}
          rows={3}
          spellCheck={false}
          defaultValue={'GET /drafts HTTP/1.1\nAuthorization: Bearer toy-token-of-ada'}
        />
      </label>
      <fieldset className="space-y-1">
        <legend className="mb-1 text-sm text-soft">One of these, and a mark</legend>
        <label className="flex items-baseline gap-2.5">
          <input type="radio" name="who" defaultChecked /> 401 Unauthorized
        </label>
        <label className="flex items-baseline gap-2.5">
          <input type="radio" name="who" /> 403 Forbidden
        </label>
        <label className="flex items-baseline gap-2.5">
          <input type="checkbox" /> I tried it
        </label>
      </fieldset>
    </form>
  );
}

/** What stands beside each other: tabs, a table, commands. */
export function Frames() {
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <Sample name="Tabs">
        <Tabs
          label="Views"
          tabs={[
            { id: 'rows', label: 'Rows', content: <p>One row for each header.</p> },
            { id: 'raw', label: 'Raw', content: <p>The request as HTTP text.</p> },
          ]}
        />
      </Sample>
      <Sample name="Commands">
        <Terminal
          origin="$ORIGIN"
          commands={[{ note: 'Knock', command: 'curl -i {origin}/api/sandbox/first-401/my-client/' }]}
        />
      </Sample>
      <Sample name="Table">
        <table className="w-full text-left">
          <thead className="border-line border-b text-soft text-sm">
            <tr>
              <th className="py-2 font-semibold">Gate</th>
              <th className="py-2 font-semibold">Its response</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            <tr>
              <td className="py-2">Authentication</td>
              <td className="py-2">401</td>
            </tr>
            <tr>
              <td className="py-2">Authorization</td>
              <td className="py-2">403</td>
            </tr>
          </tbody>
        </table>
      </Sample>
    </div>
  );
}

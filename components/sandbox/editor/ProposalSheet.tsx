import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { Brief } from '@/lib/draft/exchange';
import type { ProposalForm } from '@/lib/http-auth/sheet';
import { AnswerFields } from '../answer/AnswerFields';
import { ChoiceFields } from './ChoiceFields';
import { OrderFields } from './OrderFields';
import { isProposal, proposalDraft, proposalText } from './proposal-draft';
import type { SheetProps } from './sheet';

interface ProposalSheetProps extends SheetProps {
  readonly form: ProposalForm;
  readonly brief: Brief;
}

/** What the learner decides in place of a server: what is chosen here is written into the request at once. */
export default function ProposalSheet({ form, brief, draft, edit, wallet, announce }: ProposalSheetProps) {
  const [latest, setLatest] = useState(form.begin);
  const isHere = isProposal(draft, form);
  const text = proposalText(draft, form) ?? latest;
  const change = (next: string) => {
    setLatest(next);
    edit(proposalDraft(next, form, [draft, brief.start]));
  };
  const { start } = brief;
  const begins = isProposal(start, form) ? undefined : `${start.method} ${start.path}`;
  const load = () => {
    setLatest(text);
    edit(start);
    announce(`${begins} was loaded. Nothing is sent yet.`);
  };
  const { asks } = form;
  return (
    <section
      aria-label="Your proposal"
      className="mb-4 overflow-hidden rounded-xl border border-line bg-raised"
    >
      <div className="border-b border-line bg-sunk/60 px-3.5 py-2 text-sm">
        <h3 className="font-sans text-sm font-semibold tracking-normal">{form.title}</h3>
        <p className="text-xs/5 text-soft">
          {isHere ? (
            <>
              {form.side === 'client' ? 'You write the client.' : 'You are the server.'} What you set here is
              written into the request below, as <code className="text-wire">POST {form.path}</code>.
            </>
          ) : (
            <>
              The request below is <code className="text-wire">{`${draft.method} ${draft.path}`}</code>. A
              change here turns it into your proposal.
            </>
          )}
        </p>
      </div>
      <div className="space-y-3 px-3.5 py-3 text-sm">
        {asks.kind === 'answer' ? (
          <AnswerFields asks={asks} text={text} change={change} realm={wallet.realm} />
        ) : asks.kind === 'order' ? (
          <OrderFields asks={asks} text={text} change={change} />
        ) : (
          <ChoiceFields asks={asks} text={text} change={change} />
        )}
        {isHere && !begins ? null : (
          <p className="flex flex-wrap gap-2">
            {isHere ? null : (
              <Button variant="secondary" size="sm" onClick={() => change(text)}>
                Load this proposal
              </Button>
            )}
            {begins && isHere ? (
              <Button variant="secondary" size="sm" onClick={load}>
                Load {begins} again
              </Button>
            ) : null}
          </p>
        )}
      </div>
    </section>
  );
}

import type { Brief, Sheet } from '@/lib/sandbox/exchange';
import { AnswerSheet } from './AnswerSheet';
import { IncidentSheet } from './IncidentSheet';
import { ProposalSheet } from './ProposalSheet';
import type { SheetProps } from './sheet';

interface SheetPanelProps extends SheetProps {
  readonly brief: Brief;
  readonly sheet: Sheet;
}

/** What an exercise asks to be decided or worked through, as a form of its kind. */
export default function SheetPanel({ sheet, brief, ...rest }: SheetPanelProps) {
  switch (sheet.kind) {
    case 'proposal':
      return <ProposalSheet form={sheet} brief={brief} {...rest} />;
    case 'answers':
      return <AnswerSheet requests={sheet.requests} {...rest} />;
    case 'incidents':
      return <IncidentSheet incidents={sheet.incidents} brief={brief} {...rest} />;
  }
}

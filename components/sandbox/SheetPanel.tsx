import { lazy } from 'react';
import type { Brief, Sheet } from '@/lib/sandbox/exchange';
import type { SheetProps } from './sheet';

const AnswerSheet = lazy(() => import('./AnswerSheet'));
const IncidentSheet = lazy(() => import('./IncidentSheet'));
const ProposalSheet = lazy(() => import('./ProposalSheet'));

interface SheetPanelProps extends SheetProps {
  readonly brief: Brief;
  readonly sheet: Sheet;
}

/** What an exercise asks to be decided or worked through, as a form of its kind, which is loaded by itself. */
export function SheetPanel({ sheet, brief, ...rest }: SheetPanelProps) {
  switch (sheet.kind) {
    case 'proposal':
      return <ProposalSheet form={sheet} brief={brief} {...rest} />;
    case 'answers':
      return <AnswerSheet requests={sheet.requests} {...rest} />;
    case 'incidents':
      return <IncidentSheet incidents={sheet.incidents} brief={brief} {...rest} />;
  }
}

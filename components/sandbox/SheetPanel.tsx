import type { Brief, Sheet } from '@/lib/sandbox/exchange';
import { AnswerSheet } from './AnswerSheet';
import { IncidentSheet } from './IncidentSheet';
import type { SheetProps } from './sheet';

interface SheetPanelProps extends SheetProps {
  readonly brief: Brief;
  readonly sheet: Sheet;
}

/** The list that an exercise brings, as a form of its kind. */
export default function SheetPanel({ sheet, brief, ...rest }: SheetPanelProps) {
  return sheet.kind === 'answers' ? (
    <AnswerSheet requests={sheet.requests} {...rest} />
  ) : (
    <IncidentSheet incidents={sheet.incidents} brief={brief} {...rest} />
  );
}

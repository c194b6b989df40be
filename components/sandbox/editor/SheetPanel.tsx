import { lazy } from 'react';
import type { Brief } from '@/lib/draft/exchange';
import type { Sheet } from '@/lib/http-auth/sheet';
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

const heights = { proposal: 'min-h-95', answers: 'min-h-102', incidents: 'min-h-134' };

/**
 * About the room that a sheet will take, so that little moves when it comes. The server renders no sheet: what is large
 * in a Suspense comes in a script of its own, which the policy of pages refuses.
 */
export function SheetSpace({ kind }: { readonly kind: Sheet['kind'] }) {
  return <div className={`mb-4 rounded-xl border border-line bg-raised ${heights[kind]}`} />;
}

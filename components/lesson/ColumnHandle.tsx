import { ChevronLeft, ChevronRight, GripVertical, PanelRightClose, PanelRightOpen } from 'lucide';
import { type KeyboardEvent, type PointerEvent, useEffect, useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/Icon';
import { onAnyOffer } from '@/lib/draft/event';
import { currentColumn, narrowest, onColumn, setColumn, usual, widest } from './column';

const step = 3;
const wide = 54;

const button = 'grid size-6 place-items-center rounded-md text-faint hover:bg-sunk hover:text-ink';

/**
 * The edge between text and sandbox: it is drawn, moved by arrow keys (Home, End), or pressed, which hides the
 * sandbox, shows it, or gives it more room. A draft that is offered to a hidden sandbox shows it.
 */
export default function ColumnHandle() {
  const column = useSyncExternalStore(onColumn, currentColumn, () => usual);
  const isHidden = column === 'hidden';
  const share = isHidden ? 0 : Math.round(column);
  const isWide = !isHidden && column >= wide;
  const turn = isWide ? ChevronRight : ChevronLeft;
  const panel = isHidden ? PanelRightOpen : PanelRightClose;

  useEffect(
    () =>
      onAnyOffer(() => {
        if (currentColumn() === 'hidden') setColumn(usual);
      }),
    [],
  );

  const type = (event: KeyboardEvent) => {
    const to = { ArrowLeft: share + step, ArrowRight: share - step, Home: narrowest, End: widest }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setColumn(to);
  };
  const draw = ({ clientX, currentTarget, pointerId }: PointerEvent) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    setColumn(100 - (clientX / window.innerWidth) * 100);
  };

  return (
    <div className="column-pill">
      {isHidden ? null : (
        <>
          <button
            type="button"
            title={isWide ? 'As wide as usual' : 'Widen the sandbox'}
            aria-label={isWide ? 'Give the sandbox its usual width' : 'Widen the sandbox'}
            className={button}
            onClick={() => setColumn(isWide ? usual : wide)}
          >
            <Icon of={turn} className="size-4" aria-hidden="true" />
          </button>
          {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is ARIA's window splitter */}
          <div
            role="separator"
            aria-orientation="vertical"
            aria-label="Width of the sandbox"
            aria-valuenow={share}
            aria-valuemin={narrowest}
            aria-valuemax={widest}
            aria-valuetext={`${share} percent of the window`}
            tabIndex={0}
            className={`${button} cursor-col-resize touch-none`}
            onKeyDown={type}
            onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
            onPointerMove={draw}
          >
            <Icon of={GripVertical} className="size-4" aria-hidden="true" />
          </div>
        </>
      )}
      {/* One button for both, so that it keeps the focus. */}
      <button
        type="button"
        title={isHidden ? 'Show the sandbox' : 'Hide the sandbox'}
        aria-label={isHidden ? 'Show the sandbox' : 'Hide the sandbox'}
        className={button}
        onClick={() => setColumn(isHidden ? usual : 'hidden')}
      >
        <Icon of={panel} className="size-4" aria-hidden="true" />
      </button>
    </div>
  );
}

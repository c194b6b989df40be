'use client';
import { ChevronsLeft, ChevronsRight, GripVertical } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import { onAnyOffer } from '@/lib/sandbox/draft-event';
import { currentColumn, narrowest, onColumn, setColumn, usual, widest } from './column';

const step = 3;
const wide = 60;

const button = 'grid size-6 place-items-center rounded-md text-faint hover:bg-sunk hover:text-ink';

/**
 * The edge between text and sandbox: it is drawn, moved by arrow keys (Home, End), or pressed, which hides the
 * sandbox, shows it, or gives it more room. A draft that is offered to a hidden sandbox shows it.
 */
export function ColumnEdge() {
  const column = useSyncExternalStore(onColumn, currentColumn, () => usual);
  const edge = useRef<HTMLDivElement>(null);
  const isHidden = column === 'hidden';
  const share = isHidden ? 0 : Math.round(column);
  const isWide = !isHidden && column >= wide;

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
    const { left = 0, width = 1 } = edge.current?.closest('.prose')?.getBoundingClientRect() ?? {};
    setColumn(100 - ((clientX - left) / width) * 100);
  };

  return (
    <div ref={edge} className="column-edge">
      <div className="column-pill">
        {isHidden ? (
          <button
            type="button"
            title="Show the sandbox"
            aria-label="Show the sandbox"
            className={button}
            onClick={() => setColumn(usual)}
          >
            <ChevronsLeft className="size-4" aria-hidden="true" />
          </button>
        ) : (
          <>
            <button
              type="button"
              title={isWide ? 'As wide as usual' : 'Widen the sandbox'}
              aria-label={isWide ? 'Give the sandbox its usual width' : 'Widen the sandbox'}
              className={button}
              onClick={() => setColumn(isWide ? usual : wide)}
            >
              <ChevronsLeft className={`size-4 ${isWide ? 'rotate-180' : ''}`} aria-hidden="true" />
            </button>
            {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is ARIA's window splitter */}
            <div
              role="separator"
              aria-orientation="vertical"
              aria-label="Width of the sandbox"
              aria-valuenow={share}
              aria-valuemin={narrowest}
              aria-valuemax={widest}
              aria-valuetext={`${share} percent of the page`}
              tabIndex={0}
              className={`${button} cursor-col-resize touch-none`}
              onKeyDown={type}
              onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
              onPointerMove={draw}
            >
              <GripVertical className="size-4" aria-hidden="true" />
            </div>
            <button
              type="button"
              title="Hide the sandbox"
              aria-label="Hide the sandbox"
              className={button}
              onClick={() => setColumn('hidden')}
            >
              <ChevronsRight className="size-4" aria-hidden="true" />
            </button>
          </>
        )}
      </div>
    </div>
  );
}

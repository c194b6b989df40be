import { Play, Square } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';

/** Reading time of a step: a slow reader's 160 words a minute, and a moment for the arrows. */
const readingMs = (text: string) => 1500 + text.split(/\s+/).length * 375;

/** Shows the steps of the figure around it one after the other, on request alone. */
export default function SequencePlayer() {
  const [isPlaying, setPlaying] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const figure = button.current?.closest('figure');
    if (!isPlaying || !figure) return;
    const steps = [...figure.querySelectorAll<HTMLElement>('[data-step]')];
    let timer: ReturnType<typeof setTimeout>;
    const show = (at: number) => {
      steps.forEach((step, index) => {
        step.dataset.turn = index < at ? 'past' : index === at ? 'now' : 'waiting';
      });
      steps[at]?.scrollIntoView({ block: 'nearest' });
      const next = at + 1 < steps.length ? () => show(at + 1) : () => setPlaying(false);
      timer = setTimeout(next, readingMs(steps[at]?.querySelector('[data-words]')?.textContent ?? ''));
    };
    show(0);
    return () => {
      clearTimeout(timer);
      for (const step of steps) delete step.dataset.turn;
    };
  }, [isPlaying]);

  const shape = isPlaying ? Square : Play;
  return (
    <Button
      ref={button}
      size="sm"
      variant="secondary"
      className="shrink-0 noscript:hidden print:hidden"
      onClick={() => setPlaying(!isPlaying)}
    >
      <Icon of={shape} className="size-3.5" aria-hidden="true" />
      {isPlaying ? 'Show all' : 'Play'}
    </Button>
  );
}

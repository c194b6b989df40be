import { ShieldAlert } from 'lucide';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';

interface HeldBackProps {
  /** The middle of a sentence, such as “a GitHub token”. */
  readonly reason: string;
  readonly drop: () => void;
  readonly send: () => void;
}

/** Something that looks like a real secret is not sent before the learner has said so. */
export default function WithheldRequest({ reason, drop, send }: HeldBackProps) {
  return (
    <div role="alert" className="mt-3 flex gap-3 rounded-xl border-2 border-ink px-4 py-3">
      <Icon of={ShieldAlert} className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">Held back: this looks like {reason}</p>
        <p className="text-sm text-soft">
          Credentials here are toys. If you pasted a real one into a page, replace it.
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button variant="secondary" size="sm" onClick={drop}>
            Do not send
          </Button>
          <Button variant="quiet" size="sm" onClick={send}>
            It is no secret: send it
          </Button>
        </div>
      </div>
    </div>
  );
}

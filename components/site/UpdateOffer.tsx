import { Button } from '@/components/ui/Button';

interface UpdateOfferProps {
  readonly accept: () => void;
  readonly dismiss: () => void;
}

/** Says that a newer version is there; the page stays as it is until somebody asks for it. */
export default function UpdateOffer({ accept, dismiss }: UpdateOfferProps) {
  return (
    <div className="fixed right-4 bottom-4 left-4 z-30 ml-auto flex max-w-md flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line-strong bg-raised py-2 pr-2 pl-4 text-[0.9375rem] shadow-lift print:hidden">
      <p className="flex-1">A new version is ready.</p>
      <Button size="sm" onClick={accept}>
        Reload
      </Button>
      <Button size="sm" variant="quiet" onClick={dismiss}>
        Later
      </Button>
    </div>
  );
}

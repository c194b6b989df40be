/** What a press of Send does before anything is sent: it asks for what is missing, and waits for the credentials. */
import type { RefObject } from 'react';
import type { Place } from '@/lib/draft/draft';
import { pathTrouble } from '@/lib/draft/path';
import type { Predicting } from './editor/use-prediction';
import type { Outgoing } from './send';
import type { Sending } from './use-sending';
import { useWhenReady } from './use-when-ready';

interface Pressed {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly server: Place;
  readonly parcel: Outgoing;
  /** The request is written as text. */
  readonly isRaw: boolean;
  /** The request is as the exercise gave it. */
  readonly isGiven: boolean;
  /** Nothing is predicted of it. */
  readonly plain: boolean;
  /** A prediction is due before it is sent. */
  readonly due: boolean;
  readonly isReady: boolean;
  readonly predicting: Pick<Predicting, 'expected' | 'ask'>;
  readonly sending: Pick<Sending, 'press'>;
  readonly announce: (text: string) => void;
}

export interface Press {
  /** Sends; `just` without a prediction. */
  readonly press: (just: boolean) => void;
  /** Send was pressed, and the credentials are not there yet. */
  readonly isWaiting: boolean;
  readonly stopWaiting: () => void;
}

export function usePress(pressed: Pressed): Press {
  const { form, server, parcel, isRaw, isGiven, plain, due, isReady, predicting, sending, announce } =
    pressed;
  const { expected } = predicting;
  const press = (just: boolean) => {
    const trouble = isRaw || 'raw' in parcel ? undefined : pathTrouble(parcel.draft.path, server);
    if (trouble) {
      announce(trouble);
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    if (due && expected === undefined && !just) {
      predicting.ask();
      announce('First choose the status that you expect, or just send.');
      return;
    }
    if (!isReady) return wait(just);
    // A choice that has the focus gives way to what came of it.
    if (form.current?.querySelector('input[type=radio]:focus'))
      form.current.querySelector<HTMLElement>('button[aria-keyshortcuts]')?.focus();
    sending.press(parcel, plain ? undefined : just ? null : expected, isGiven);
  };
  const [isWaiting, wait] = useWhenReady(isReady, press);
  return { press, isWaiting, stopWaiting: () => wait() };
}

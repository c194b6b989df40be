'use client';

import { useEffect } from 'react';

/** How long the pointer rests before a card opens, and how long it may take from the word to the card. */
const rest = 250;
const grace = 400;

/**
 * Opens the card of a word while the pointer rests on it, or while the keyboard is on it. The card stays as long as
 * pointer or keyboard are on either; Escape closes it, and it stays closed until they come again (WCAG 1.4.13).
 * A press keeps it open.
 */
export function TermHover() {
  useEffect(listen, []);
  return null;
}

function listen() {
  let timer: number | undefined;
  /** The card that opened by itself, and is to close by itself. */
  let loose: HTMLElement | undefined;

  const later = (wait: number, then: () => void) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(then, wait);
  };
  const open = (word: HTMLElement) => {
    const card = cardOf(word);
    if (!card || card.matches(':popover-open') || !word.isConnected) return;
    loose = card;
    card.showPopover({ source: word });
  };
  const close = () => {
    const word = loose && wordOf(loose);
    const used = [loose, word].some((element) => element?.matches(':hover, :focus-within'));
    if (loose?.matches(':popover-open') && !used) loose.hidePopover();
  };

  const cameOver = ({ target, relatedTarget, pointerType }: PointerEvent) => {
    if (pointerType !== 'mouse') return;
    const word = wordAt(target);
    if (word && word !== wordAt(relatedTarget)) later(rest, () => open(word));
  };
  const went = ({ target, relatedTarget }: PointerEvent | FocusEvent) => {
    const from = partAt(target);
    if (from && from !== partAt(relatedTarget)) later(grace, close);
  };
  const focused = ({ target }: FocusEvent) => {
    const word = wordAt(target);
    if (word?.matches(':focus-visible')) later(rest, () => open(word));
  };
  const pressed = (event: MouseEvent) => {
    const word = wordAt(event.target);
    if (!word) return;
    window.clearTimeout(timer);
    // It stands open already, so a press keeps it rather than closing it.
    if (loose && loose === cardOf(word) && loose.matches(':popover-open')) event.preventDefault();
    loose = undefined;
  };
  const typed = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') window.clearTimeout(timer);
  };

  document.addEventListener('pointerover', cameOver);
  document.addEventListener('pointerout', went);
  document.addEventListener('focusin', focused);
  document.addEventListener('focusout', went);
  document.addEventListener('click', pressed, { capture: true });
  document.addEventListener('keydown', typed);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener('pointerover', cameOver);
    document.removeEventListener('pointerout', went);
    document.removeEventListener('focusin', focused);
    document.removeEventListener('focusout', went);
    document.removeEventListener('click', pressed, { capture: true });
    document.removeEventListener('keydown', typed);
  };
}

const wordAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('button[popovertarget^="term"]') : null;

/** The word or the card that `target` lies in. */
const partAt = (target: EventTarget | null) =>
  wordAt(target) ?? (target instanceof Element ? target.closest<HTMLElement>('.term-card') : null);

const cardOf = (word: Element) => document.getElementById(word.getAttribute('popovertarget') ?? '');

const wordOf = (card: Element) => document.querySelector<HTMLElement>(`button[popovertarget="${card.id}"]`);

/** The link of the text that loaded a request last: on a phone it is far from the sandbox, and the reader goes back to it. */
let last: HTMLElement | undefined;

export function rememberLink(link: HTMLElement): void {
  last = link;
}

/** The link, as long as it is on the page. */
export function loadingLink(): HTMLElement | undefined {
  return last?.isConnected ? last : undefined;
}

/** Brings the link into view, with the focus on it. */
export function showLink(): void {
  const link = loadingLink();
  link?.scrollIntoView({ block: 'center' });
  link?.focus({ preventScroll: true });
}

import { afterEach, expect, it } from 'vitest';
import { loadingLink, rememberLink, showLink } from './loading-link';

afterEach(() => document.body.replaceChildren());

function link(): HTMLElement {
  const link = document.body.appendChild(document.createElement('a'));
  link.href = '/sandbox/first-401';
  return link;
}

it('leads back to the link that was pressed last, and the focus with it', () => {
  rememberLink(link());
  const second = link();
  rememberLink(second);
  showLink();
  expect(document.activeElement).toBe(second);
});

it('leads nowhere once the page with the link was left', () => {
  const gone = link();
  rememberLink(gone);
  gone.remove();
  expect(loadingLink()).toBeUndefined();
  expect(showLink).not.toThrow();
});

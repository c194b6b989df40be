/** The stack whose snippets open first, on every page: kept in the browser, known before the first paint. */

const key = 'doorman:stack';
const changed = 'doorman:stack';

/**
 * Runs in the head, so that no snippet is laid out twice: until the tabs are ready, a style shows the panel of the
 * chosen stack. Storage may be denied.
 */
export const stackScript = `try{let s=localStorage.getItem('${key}');if(/^[a-z-]{2,20}$/.test(s)){document.documentElement.dataset.stack=s;let c=new CSSStyleSheet,t='.snippet-tabs:not([data-ready]):has([data-stack='+s+']) [role=tabpanel]';c.replaceSync('@media (scripting){@layer base{'+t+':not(:has([data-stack='+s+'])){display:none}'+t+':has([data-stack='+s+']){display:block!important}}}');document.adoptedStyleSheets.push(c)}}catch{}`;

/** The chosen stack, or nothing. */
export function currentStack(): string {
  return document.documentElement.dataset.stack ?? '';
}

/** Opens the snippets of `stack` first from now on, and remembers it where the browser allows. */
export function chooseStack(stack: string): void {
  preferStack(stack);
  try {
    localStorage.setItem(key, stack);
  } catch {
    // Storage is denied: the choice lasts as long as the page.
  }
}

/** Opens the snippets of `stack` first, for this visit alone. */
export function preferStack(stack: string): void {
  document.documentElement.dataset.stack = stack;
  window.dispatchEvent(new Event(changed));
}

/** Calls `listener` at every change; returns the way to stop. */
export function onStackChange(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

/** How wide the column of the sandbox is: kept in the browser, set on <html> before the first paint. */

const key = 'doorman:column';
const changed = 'doorman:column';

/** Percent of the window's width. */
export const narrowest = 30;
export const widest = 60;
export const usual = 40;

/** A share of the width in percent, or nothing of it. */
export type Column = number | 'hidden';

/** Runs in the head, so that no lesson is laid out twice. Storage may be denied. */
export const columnScript = `try{let c=localStorage.getItem('${key}'),d=document.documentElement;if(c==='hidden')d.dataset.column=c;else if(c>=${narrowest}&&c<=${widest})d.style.setProperty('--column',c+'vw')}catch{}`;

/** What the page shows now. */
export function currentColumn(): Column {
  const { dataset, style } = document.documentElement;
  if (dataset.column === 'hidden') return 'hidden';
  return Number.parseFloat(style.getPropertyValue('--column')) || usual;
}

/** Shows the column so, as far as it may go, and remembers it where the browser allows. */
export function setColumn(column: Column): void {
  const { dataset, style } = document.documentElement;
  if (column === 'hidden') dataset.column = column;
  else {
    delete dataset.column;
    style.setProperty('--column', `${Math.min(widest, Math.max(narrowest, column))}vw`);
  }
  try {
    localStorage.setItem(key, String(currentColumn()));
  } catch {
    // Storage is denied: the choice lasts as long as the page.
  }
  window.dispatchEvent(new Event(changed));
}

/** Calls `listener` at every change; returns the way to stop. */
export function onColumn(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

/** Under which address the pages name this server: pages are made at build, and only a request tells who asks where. */

/** The public origin that was set for the build, the first of several; undefined where none was. */
export const configuredOrigin =
  process.env.PUBLIC_ORIGIN?.split(',')[0]?.trim().replace(/\/$/, '') || undefined;

/** What a command says in place of an origin that is not set: a shell takes it for a variable. */
export const originWord = configuredOrigin ?? '$ORIGIN';

/** The same for the value of `Host`. */
export const hostWord = configuredOrigin ? new URL(configuredOrigin).host : '…';

/** The path as an absolute address where the origin is set; else relative, which holds wherever the page is asked. */
export function addressOf(path: string): string {
  return configuredOrigin ? new URL(path, configuredOrigin).href : path;
}

/**
 * Runs in the head: writes the page's true origin and host into what components/ui/PageOrigin.tsx marks, as soon as the
 * browser has read it and before it is painted.
 */
export const originScript = `{const fill=()=>{for(const e of document.querySelectorAll('[data-page]')){const here=location[e.dataset.page];if(e.textContent!==here)e.textContent=here}},parsed=new MutationObserver(fill);parsed.observe(document,{childList:true,subtree:true});document.addEventListener('DOMContentLoaded',()=>{fill();parsed.disconnect()})}`;

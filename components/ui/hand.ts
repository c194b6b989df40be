/** Signs that somebody is at the page. */
export const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const;

/**
 * Runs in the head, before anything else: a hand that moved before the program came is not overlooked. It marks the
 * document with `data-hand`.
 */
export const handScript = `{const s=${JSON.stringify(signs)},f=()=>{document.documentElement.dataset.hand='';for(const n of s)removeEventListener(n,f,true)};for(const n of s)addEventListener(n,f,{capture:true,passive:true})}`;

/** Light, dark, or what the system says: kept in the browser, set on <html> before the first paint. */

export const themeKey = 'doorman:theme';
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Runs in the head, so that no page flashes in the wrong theme. Storage may be denied. */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

'use client';
import { Monitor, Moon, Sun } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { type Theme, themeKey, themes } from './theme';

const faces = [
  { theme: 'system', shape: Monitor, shown: 'in-data-theme:hidden' },
  { theme: 'light', shape: Sun, shown: 'hidden in-data-[theme=light]:block' },
  { theme: 'dark', shape: Moon, shown: 'hidden in-data-[theme=dark]:block' },
] as const;

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies the theme and remembers it where the browser allows. */
function setTheme(theme: Theme) {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Storage is denied: the choice lasts as long as the page.
  }
}

/** Steps through system, light and dark. Which face shows is CSS's business, so the server need not know. */
export function ThemeSwitch() {
  const next = () => setTheme(themes[(themes.indexOf(currentTheme()) + 1) % themes.length] ?? 'system');
  return (
    <button
      type="button"
      onClick={next}
      title="Light, dark, or as the system"
      className="grid size-9 place-items-center rounded-lg text-soft hover:bg-sunk hover:text-ink"
    >
      {faces.map(({ theme, shape, shown }) => (
        <span key={theme} className={shown}>
          <Icon of={shape} className="size-4.5" aria-hidden="true" />
          <span className="sr-only">Theme: {theme}</span>
        </span>
      ))}
    </button>
  );
}

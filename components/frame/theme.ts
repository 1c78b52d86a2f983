/** Cookie that keeps a person's choice of colours, so that the server can paint it at once. */
export const THEME_COOKIE = 'plenum-theme';

/** `system` follows the machine. */
export type Theme = 'light' | 'dark' | 'system';

/** The choice a cookie holds; anything unknown is `system`. */
export function themeOf(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

const YEAR = 31_536_000;

/** Paints the page so and keeps it. The server reads the same cookie, so a page never flashes. In the browser only. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  const age = theme === 'system' ? 0 : YEAR;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax`;
}

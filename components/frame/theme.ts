/** Cookie that keeps a person's choice of colours, so that the server can paint it at once. */
export const THEME_COOKIE = 'plenum-theme';

/** `system` follows the machine. */
export type Theme = 'light' | 'dark' | 'system';

/** The choice a cookie holds; anything unknown is `system`. */
export function themeOf(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

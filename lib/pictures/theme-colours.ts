/** What a theme writes on what: the colours of components/stage/frame/themes.css. */
export interface ThemeColours {
  readonly paper: string;
  /** Of the text and of headings. */
  readonly inks: readonly string[];
}

const BLACK: ThemeColours = { paper: '#222222', inks: ['#ffffff'] };

const THEMES: Readonly<Record<string, ThemeColours>> = {
  beige: { paper: '#f7f3de', inks: ['#333333'] },
  black: BLACK,
  blood: { paper: '#222222', inks: ['#eeeeee'] },
  league: { paper: '#2b2b2b', inks: ['#eeeeee'] },
  moon: { paper: '#002b36', inks: ['#93a1a1', '#eee8d5'] },
  night: { paper: '#111111', inks: ['#eeeeee'] },
  serif: { paper: '#f0f1eb', inks: ['#000000', '#383d3d'] },
  simple: { paper: '#ffffff', inks: ['#000000'] },
  sky: { paper: '#f7fbfc', inks: ['#333333'] },
  solarized: { paper: '#fdf6e3', inks: ['#586e75'] },
  white: { paper: '#ffffff', inks: ['#222222'] },
};

/** The colours of a theme by its name; any other name is the black one, as on the stage. */
export function themeColours(theme: string | undefined): ThemeColours {
  return theme !== undefined && Object.hasOwn(THEMES, theme) ? (THEMES[theme] ?? BLACK) : BLACK;
}

import type { Place } from '#lib/search/palette-view.ts';

/** For this tab alone, and not for whoever uses the browser next. */
const KEY = 'plenum-recent';
const MOST = 5;

/** The places that somebody went to from the palette, the latest first. */
export function recentPlaces(): readonly Place[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPlace).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers one. */
export function rememberPlace(place: Place): void {
  const others = recentPlaces().filter(({ address }) => address !== place.address);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing has nothing lately.
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { address, title, detail, kind } = value as Partial<Record<keyof Place, unknown>>;
  // Only into this site.
  return [address, title, detail, kind].every((part) => typeof part === 'string') && /^\/(?!\/)/.test(String(address));
}

/** Where a picture lies on another server, when a text names it by such an address; null for all others. */
export function foreignAddress(written: string): string | null {
  const absolute = written.startsWith('//') ? `https:${written}` : written;
  return /^https?:\/\//i.test(absolute) && URL.canParse(absolute) ? new URL(absolute).href : null;
}

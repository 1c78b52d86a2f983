/** A colour for a person, in degrees: spread by the golden angle, so that neighbours in time differ. */
export function hueFor(ordinal: number): number {
  return Math.round((ordinal * 137.508) % 360);
}

import type { PlacedSection } from './placed-section.ts';

/** Why a section is somebody's: they report it, stand in, or are in its team; null when it is not. */
export function whyOwn({ row, team }: PlacedSection, personId: string | null): 'reporter' | 'deputy' | 'team' | null {
  if (personId === null) return null;
  if (row?.reporter?.id === personId) return 'reporter';
  if (row?.deputy?.id === personId) return 'deputy';
  return team?.members.some(({ id }) => id === personId) === true ? 'team' : null;
}

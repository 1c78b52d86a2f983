import type { ImportRequest } from '#lib/imports/import-wire.ts';

const NEW_SERIES = {
  type: 'new',
  name: 'Brought In',
  timeZone: 'UTC',
  readDecks: 'members',
  readLive: 'members',
  readRecords: 'members',
} as const;

/** A deck as the import page sends it, to be looked at, or, with a date, to be brought in as the record of that day. */
export function importBody(
  origin: string,
  target: Extract<ImportRequest['target'], { type: 'series' }> | 'new',
  date: string | null,
): RequestInit {
  const request = {
    target: target === 'new' ? NEW_SERIES : target,
    decisions: date === null ? null : [{ file: 'deck.md', kind: 'record', date, repair: false }],
  };
  const body = new FormData();
  body.set('request', JSON.stringify(request));
  body.append('files', new File([`# Brought in\n\n---\n\n# Team Quay\n\n- Ropes, ${Math.random()}\n`], 'deck.md'));
  return { method: 'POST', headers: { origin }, body };
}

import { rawZip } from '#e2e/harness/raw-zip.ts';
import type { ImportAct, ImportStart } from '#lib/imports/import-wire.ts';

const NEW_SERIES = {
  type: 'new',
  name: 'Brought In',
  timeZone: 'UTC',
  readDecks: 'members',
  readLive: 'members',
  readRecords: 'members',
} as const;

const DECK = '# Brought in\n\n---\n\n# Team Quay\n\n- Ropes\n';

/** An import as its page begins it. */
export function importStart(
  origin: string,
  target: { readonly type: 'series'; readonly slug: string } | 'new',
): RequestInit {
  const start: ImportStart = {
    source: { type: 'files' },
    target: target === 'new' ? NEW_SERIES : target,
    options: {},
  };
  return { method: 'POST', headers: { origin }, body: JSON.stringify(start) };
}

/** What is asked of an import that has begun. */
export function importAct(origin: string, act: ImportAct): RequestInit {
  return { method: 'POST', headers: { origin }, body: JSON.stringify(act) };
}

/** A file of an import. */
export function importFiles(origin: string): RequestInit {
  const body = new FormData();
  body.append('files', new File([DECK], 'deck.md'));
  return { method: 'POST', headers: { origin }, body };
}

/** An archive of an import. */
export function importZip(origin: string): RequestInit {
  return { method: 'POST', headers: { origin }, body: new Uint8Array(rawZip([{ name: 'deck.md', bytes: DECK }])) };
}

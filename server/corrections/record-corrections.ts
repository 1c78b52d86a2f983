import type { EditionContent } from '#lib/record/edition.ts';
import type { RecordView } from '#lib/views.ts';
import type { FoundCall } from '#server/calls/find-call.ts';

import { correctionsView } from './corrections-view.ts';
import { editionChanges } from './edition-changes.ts';
import { importedRecord } from './imported-record.ts';

interface ShownEdition {
  readonly number: number;
  readonly sealedAt: Date | null;
  readonly text: string;
  readonly content: EditionContent;
}

/** What the page of a record says of corrections: how this edition differs, what of it can be corrected, what was put right. */
export async function recordCorrections(
  found: FoundCall,
  edition: ShownEdition,
  newest = edition.number,
): Promise<Pick<RecordView, 'changes' | 'imported' | 'corrections'>> {
  const { content, sealedAt, number } = edition;
  return {
    changes: await editionChanges(found.call, edition, newest),
    imported: await importedRecord(found, content.provenance.type === 'import'),
    corrections: number === newest ? await correctionsView(found, { sealed: sealedAt !== null, content }) : null,
  };
}

'use client';

import Link from 'next/link';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { PagePart } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { sayLongDay } from '#lib/dates/say-when.ts';
import type { ImportRunView } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.bring;

interface UndoImportProps {
  /** ISO 8601; null once it is too late. */
  readonly until: string | null;
  readonly onUndo: () => void;
}

/** Takes a whole import back, asked once more. */
export function UndoImport({ until, onUndo }: UndoImportProps) {
  if (until === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Confirm
        trigger={<Button>{words.undoButton}</Button>}
        title={words.undoTitle}
        text={words.undoText}
        yes={words.undoYes}
        no={words.undoNo}
        onYes={onUndo}
      />
      <p className="text-14 text-soft">{words.undoUntil(sayLongDay(new Date(until), 'UTC'))}</p>
    </div>
  );
}

/** What came of taking an import back. */
export function ImportUndone({ run: { undone, series } }: { readonly run: ImportRunView }) {
  if (undone === null) return null;
  return (
    <>
      <h2 className="label-caps mb-2">{words.undoneTitle}</h2>
      <p role="status" className="mb-6 text-20 font-semibold">
        {[words.removed(undone.removed), undone.series ? words.seriesWent : null]
          .filter((part) => part !== null)
          .join(' ')}
      </p>
      <div className="mb-12">
        <LinkButton href={addresses.import(series?.slug)} tone="main">
          {words.again}
        </LinkButton>
      </div>
      {undone.kept.length > 0 && (
        <PagePart title={words.keptTitle}>
          <ul>
            {undone.kept.map(({ file, address, why }) => (
              <li key={file} className="flex flex-wrap gap-x-4 border-b border-line py-2.5 [overflow-wrap:anywhere]">
                {address === '' ? (
                  file
                ) : (
                  <Link href={address} className="link-text">
                    {file}
                  </Link>
                )}
                <span className="text-14 text-soft">{words.keptWhy[why]}</span>
              </li>
            ))}
          </ul>
        </PagePart>
      )}
    </>
  );
}

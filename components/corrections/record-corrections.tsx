import Link from 'next/link';
import { DiffLines } from '#components/history/diff-lines.tsx';
import type { ChangedSectionView, EditionChangesView } from '#lib/corrections/correction-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { RecordView } from '#lib/views.ts';
import { CorrectionsWaiting } from './corrections-waiting.tsx';
import { slideName } from './edition-notice.tsx';

const words = messages.corrections;

interface RecordCorrectionsProps {
  readonly record: Pick<RecordView, 'changes' | 'corrections' | 'series'>;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What was corrected in a record since the edition before, and until when more can be. */
export function RecordCorrections({ record: { changes, corrections, series }, madeAt }: RecordCorrectionsProps) {
  return (
    <>
      {corrections !== null && (
        <CorrectionsWaiting corrections={corrections} timeZone={series.timeZone} madeAt={madeAt} />
      )}
      {changes?.type === 'since' && <Changes changes={changes} />}
    </>
  );
}

function Changes({ changes }: { readonly changes: EditionChangesView }) {
  const by = changes.corrections.map((each) => words.changes.by(each.title, each.by.join(', ')));
  return (
    <details className="mb-6 border-b border-line pb-3 print:hidden">
      <summary className="min-h-11 cursor-pointer py-2 text-14 tablet:min-h-0 tablet:py-1">
        <span className="font-semibold">{words.changes.since(changes.number)}</span>
        {by.length > 0 && (
          <span className="text-soft [overflow-wrap:anywhere]">
            {' – '}
            {words.changes.added}: {by.join(' · ')}
          </span>
        )}
      </summary>
      {changes.sections.length === 0 && <p className="py-2 text-14 text-soft">{words.changes.none(changes.number)}</p>}
      {changes.sections.map((section) => (
        <ChangedSection key={section.key} section={section} />
      ))}
      <p className="text-14">
        <Link href={changes.address} className="link-text inline-flex min-h-11 items-center tablet:min-h-7">
          {messages.call.record.edition(changes.number)}
        </Link>
      </p>
    </details>
  );
}

function ChangedSection({ section }: { readonly section: ChangedSectionView }) {
  return section.slides.map((slide) => {
    const name = slideName(section, slide);
    return (
      <section key={slide.address} className="py-3" aria-label={name}>
        <h2 className="flex flex-wrap items-baseline gap-x-3 text-14">
          <Link href={slide.address} prefetch={false} className="font-semibold underline-offset-4 hover:underline">
            {name}
          </Link>
          <span className="text-soft">{words.changes[slide.type]}</span>
        </h2>
        <DiffLines
          before={slide.before}
          after={slide.after}
          legend={words.changes.legend}
          label={words.changes.label(name)}
          same=""
        />
      </section>
    );
  });
}

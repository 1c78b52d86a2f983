import { clsx } from 'clsx';
import type { Changes } from '#lib/archive/archive-views.ts';
import type { Statement } from '#lib/archive/what-changed.ts';
import { sayDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.archive.changes;
const KINDS = ['new', 'changed', 'repeated', 'dropped'] as const;

/** One line that says what changed in a team's report since the one before, and opens what it was. */
export function ChangeLine({ changes }: { readonly changes: Changes }) {
  const { since, counts, statements } = changes;
  const at = new Date(since.when.at);
  const line = KINDS.filter((kind) => counts[kind] > 0).map((kind) => words[kind](counts[kind]));
  return (
    <details className="text-14">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-soft hover:text-ink tablet:min-h-8">
        <span className="tabular">
          {line.join(' · ')} {words.since(sayDay(at, since.when.timeZone, at))}
        </span>
      </summary>
      <Statements statements={statements} />
    </details>
  );
}

/** What a report says now and no longer says, each with how it stands to the report before. */
export function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  return (
    <ul className="mt-1 mb-3 border-l border-line pl-4">
      {statements.map((statement, at) => (
        <li key={at} className="grid gap-x-3 py-1 tablet:grid-cols-[5.5rem_1fr]">
          <span
            className={clsx('text-12 leading-[1.75]', statement.kind === 'repeated' ? 'text-soft' : 'font-semibold')}
          >
            {words.kinds[statement.kind]}
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {statement.kind === 'dropped' && <del className="text-soft">{statement.text}</del>}
            {statement.kind === 'repeated' && <span className="text-soft">{statement.text}</span>}
            {(statement.kind === 'new' || statement.kind === 'changed') && statement.text}
            {statement.before !== null && (
              <span className="block text-soft">
                {words.before} {statement.before}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

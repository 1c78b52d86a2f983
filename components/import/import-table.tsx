'use client';

import { memo } from 'react';
import { Select, TextInput } from '#components/ui/field.tsx';
import { importKindSchema, type ImportDecision, type ImportRow } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';
import { RowRemarks } from './row-remarks.tsx';

const words = messages.imports;
const KINDS = importKindSchema.options;
const CELL = 'block py-1 align-top tablet:table-cell tablet:px-2 tablet:py-2.5 tablet:first:pl-0 tablet:last:pr-0';

interface ImportTableProps {
  readonly rows: readonly ImportRow[];
  readonly decisions: ReadonlyMap<string, ImportDecision>;
  readonly onDecide: (decision: ImportDecision) => void;
}

/** What each file becomes, to be changed before anything is written. On a phone each row is a block. */
export function ImportTable({ rows, decisions, onDecide }: ImportTableProps) {
  return (
    <table className="block w-full border-collapse text-left tablet:table tablet:table-fixed">
      <thead className="hidden tablet:table-header-group">
        <tr className="border-b border-edge">
          {[
            { title: words.file, width: 'w-[19%] pl-0' },
            { title: words.becomes, width: 'w-[15%]' },
            { title: words.date, width: 'w-[16%]' },
            { title: words.callTitle, width: 'w-[25%]' },
            { title: words.remarks, width: 'w-[25%]' },
          ].map(({ title, width }) => (
            <th key={title} scope="col" className={`label-caps px-2 py-2 ${width}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block tablet:table-row-group">
        {rows.map((row) => {
          const decision = decisions.get(row.file);
          return decision === undefined ? null : (
            <Row key={row.file} row={row} decision={decision} onDecide={onDecide} />
          );
        })}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: ImportRow;
  readonly decision: ImportDecision;
  readonly onDecide: (decision: ImportDecision) => void;
}

/** Remembered, so that typing in one row of hundreds draws only that one. */
const Row = memo(function Row({ row, decision, onDecide }: RowProps) {
  const out = decision.kind === 'unsure';
  const dated = decision.kind !== 'template' && !out;
  return (
    <tr className="block border-b border-line py-3 tablet:table-row tablet:py-0">
      <th scope="row" className={`${CELL} text-14 font-medium [overflow-wrap:anywhere]`}>
        {row.file}
        <span className="tabular block font-normal text-soft">{messages.frame.slides(row.slides)}</span>
      </th>
      <td className={CELL}>
        <Select
          aria-label={words.kindOf(row.file)}
          value={decision.kind}
          onChange={(event) => onDecide({ ...decision, kind: importKindSchema.parse(event.target.value) })}
          className="text-14"
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
      </td>
      <td className={CELL}>
        <TextInput
          type="date"
          aria-label={words.dateOf(row.file)}
          aria-invalid={dated && decision.date === null ? true : undefined}
          disabled={!dated}
          value={decision.date ?? ''}
          onChange={(event) => onDecide({ ...decision, date: event.target.value === '' ? null : event.target.value })}
          className="tabular text-14"
        />
      </td>
      <td className={CELL}>
        <TextInput
          aria-label={words.titleOf(row.file)}
          disabled={out}
          value={decision.title ?? ''}
          maxLength={200}
          onChange={(event) => onDecide({ ...decision, title: event.target.value })}
          className="text-14"
        />
      </td>
      <td className={CELL}>
        <RowRemarks row={row} decision={decision} onDecide={onDecide} />
      </td>
    </tr>
  );
});

'use client';

import { useState } from 'react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Field, Select } from '#components/ui/field.tsx';
import type { HistoryEntry, MomentView } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import { DiffLines } from './diff-lines.tsx';
import type { HistoryFrame } from './history-frame.ts';
import { MomentHead } from './moment-head.tsx';
import { MomentSlides } from './moment-slides.tsx';
import { comparable } from './moment-words.ts';
import { OldSections } from './old-sections.tsx';
import { Segments } from './segments.tsx';
import { useAnswer } from './use-answer.ts';
import type { ChosenMoment } from './use-chosen-moment.ts';
import { NotAnswered, Waiting } from './waiting.tsx';

const words = messages.history.moment;

interface MomentDetailProps {
  readonly frame: HistoryFrame;
  readonly chosen: ChosenMoment & { readonly at: number };
  /** Entry of the timeline that was chosen; null where only the moment is known. */
  readonly entry: HistoryEntry | null;
}

/** A deck as it was, beside what it is now or was at another moment, and what of it can come back. */
export function MomentDetail({ frame, chosen, entry }: MomentDetailProps) {
  const { at, against } = chosen;
  const { value, refusal, again } = useAnswer(`${at} ${against ?? ''}`, frame.view.head, () =>
    frame.actions.moment(at, against),
  );
  return (
    <article aria-busy={value === null}>
      <MomentHead frame={frame} at={at} entry={entry} moment={value} />
      {refusal !== null && <NotAnswered refusal={refusal} again={again} />}
      {value !== null && <Difference frame={frame} moment={value} chosen={chosen} />}
      {value === null && refusal === null && <Waiting label={messages.history.loading} />}
    </article>
  );
}

interface DifferenceProps {
  readonly frame: HistoryFrame;
  readonly moment: MomentView;
  readonly chosen: MomentDetailProps['chosen'];
}

function Difference({ frame, moment, chosen }: DifferenceProps) {
  const [view, setView] = useState<'text' | 'slides'>('text');
  const later = chosen.against === null ? words.after : words.afterThen;
  return (
    <>
      <OldSections frame={frame} moment={moment} />
      <div className="mt-6 flex flex-wrap items-end justify-between gap-4">
        <Segments
          label={words.view}
          value={view}
          onChange={setView}
          options={[
            { value: 'text', title: words.text },
            { value: 'slides', title: words.slides },
          ]}
        />
        <Compare frame={frame} chosen={chosen} />
      </div>
      {view === 'text' ? (
        <DiffLines
          before={moment.text}
          after={moment.againstText}
          legend={words.legend}
          label={words.differenceLabel}
          same={words.same}
        />
      ) : (
        <MomentSlides frame={frame} moment={moment} sides={{ before: words.before, after: later }} />
      )}
      <div className="mt-6">
        <CopyButton text={moment.text} label={words.copy} />
      </div>
    </>
  );
}

function Compare({ frame, chosen }: Pick<DifferenceProps, 'frame' | 'chosen'>) {
  const { at, against, choose } = chosen;
  const others = comparable(frame.entries).filter(({ seq }) => seq !== at);
  const known = against === null || others.some(({ seq }) => seq === against);
  return (
    <div className="w-full max-w-72">
      <Field label={words.compare}>
        {(control) => (
          <Select
            {...control}
            value={against ?? ''}
            onChange={(event) => choose(at, event.target.value === '' ? null : Number(event.target.value))}
          >
            <option value="">{words.now}</option>
            {!known && <option value={against}>{words.afterThen}</option>}
            {others.map(({ seq, title, at: when }) => (
              <option key={seq} value={seq}>
                {`${title} · ${frame.sayMoment(when)}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

'use client';

import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import type { ChangePreview } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import { DiffLines } from './diff-lines.tsx';
import type { AskedChange, HistoryFrame } from './history-frame.ts';
import { PanelTitle } from './panel-title.tsx';
import { UndecidedList } from './undecided-list.tsx';
import { useAnswer } from './use-answer.ts';
import { NotAnswered, Waiting } from './waiting.tsx';

const words = messages.history.change;

interface ChangePanelProps {
  readonly frame: HistoryFrame;
  readonly asked: AskedChange;
  readonly pending: boolean;
  /** Why it was not done. */
  readonly refusal: string | null;
  readonly onYes: () => void;
}

/** What a change would do, before it is done. */
export function ChangePanel({ frame, asked, pending, refusal, onYes }: ChangePanelProps) {
  const {
    value,
    refusal: unread,
    again,
  } = useAnswer(JSON.stringify(asked.change), frame.view.head, () => frame.actions.preview(asked.change));
  const nothing = value !== null && value.before === value.after;
  return (
    <section>
      <PanelTitle>{asked.question}</PanelTitle>
      {asked.stays !== '' && <p className="mt-1 text-16 text-soft">{asked.stays}</p>}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          tone="main"
          aria-disabled={pending || value === null || nothing}
          onClick={() => !pending && value !== null && !nothing && onYes()}
        >
          {pending ? messages.frame.working : asked.yes}
        </Button>
        <Button onClick={() => frame.onDo(null)}>{words.no}</Button>
      </div>
      {refusal !== null && (
        <div className="mt-3">
          <Problem>{refusal}</Problem>
        </div>
      )}
      {unread !== null && <NotAnswered refusal={unread} again={again} />}
      {value === null ? unread === null && <Waiting label={words.loading} /> : <Preview preview={value} />}
    </section>
  );
}

function Preview({ preview: { before, after, undecided } }: { readonly preview: ChangePreview }) {
  return (
    <>
      <UndecidedList undecided={undecided} />
      <div className="mt-4">
        <DiffLines before={before} after={after} legend={words.legend} label={words.preview} same={words.nothing} />
      </div>
    </>
  );
}

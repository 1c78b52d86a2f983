'use client';

import { Button } from '#components/ui/button.tsx';
import type { MomentView, OldSection } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import { ActLabel } from './act-label.tsx';
import { askSection } from './asked-changes.ts';
import type { HistoryFrame } from './history-frame.ts';

const words = messages.history.sections;

interface OldSectionsProps {
  readonly frame: HistoryFrame;
  readonly moment: MomentView;
}

/** What became of each section of an old text, with what brings it back. */
export function OldSections({ frame, moment }: OldSectionsProps) {
  const same = moment.sections.filter(({ became }) => became === 'same').length;
  if (same === moment.sections.length) return null;
  const time = frame.sayMoment(moment.at.when);
  return (
    <section className="mt-6">
      <h3 className="label-caps border-b border-line pb-2">{words.title}</h3>
      <ul>
        {moment.sections.map((section, index) =>
          section.became === 'same' ? null : (
            <Row
              key={index}
              section={section}
              restores={mayRestoreAny(frame)}
              onRestore={() => frame.onDo({ type: 'change', asked: askSection(moment, index, time) })}
            />
          ),
        )}
      </ul>
      {same > 0 && <p className="py-2 text-14 text-soft">{words.same(same)}</p>}
    </section>
  );
}

function mayRestoreAny({ view: { may, deck } }: HistoryFrame): boolean {
  return !deck.frozen && (may.restoreAll || may.restoreOwn);
}

interface RowProps {
  readonly section: OldSection;
  /** Whether this person brings back sections of this deck at all. */
  readonly restores: boolean;
  readonly onRestore: () => void;
}

function Row({ section: { title, became, restorable }, restores, onRestore }: RowProps) {
  const name = title === '' ? words.opening : title;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-1.5">
      <span className="min-w-0 text-16 [overflow-wrap:anywhere]">
        <span className="font-medium">{name}</span>{' '}
        <span className={became === 'gone' ? 'text-14 font-semibold text-gone' : 'text-14 text-soft'}>
          {became === 'gone' ? words.gone : words.changed}
        </span>
      </span>
      {restores && restorable && (
        <Button onClick={onRestore}>
          <ActLabel>{words.restore(name)}</ActLabel>
        </Button>
      )}
      {restores && !restorable && <span className="text-14 text-soft">{words.notYours}</span>}
    </li>
  );
}

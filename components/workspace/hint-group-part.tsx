'use client';

import { isDescribed } from '#components/editor/describe-picture.ts';
import { isMendable, type Hint } from '#components/editor/hint.ts';
import { messages } from '#lib/messages/en.ts';
import type { HintGroup } from './hint-groups.ts';
import { MEND_BUTTON } from './use-mend-focus.ts';

const words = messages.deck.hints;
/** A broken deck can have hundreds of a kind; the first ones explain the rest. */
const MOST_LINES = 50;
const MEND = 'min-h-11 shrink-0 rounded-6 px-2 text-14 font-medium text-accent hover:bg-accent-wash desk:min-h-8';

interface HintGroupPartProps {
  readonly group: HintGroup;
  readonly onGo: (hint: Hint) => void;
  /** Null for who may only read. */
  readonly onMend: ((hints: readonly Hint[]) => void) | null;
  /** Asks what a picture shows. */
  readonly onDescribe: (hint: Hint) => void;
}

/** One kind of hint: what is wrong, once, and the places. */
export function HintGroupPart({ group: { code, sentence, hints }, onGo, onMend, onDescribe }: HintGroupPartProps) {
  const mendable = hints.filter(isMendable);
  // A picture that is shown at several places is kept once.
  const pictures = new Set(hints.flatMap(({ foreign }) => foreign ?? [])).size;
  const rest = hints.length - MOST_LINES;
  return (
    <div className="py-1.5">
      <div className="flex items-center justify-between gap-4">
        <p id={`hints-${code}`} className="max-w-[80ch] py-1 text-14">
          {sentence}
        </p>
        {onMend !== null && (pictures || mendable.length) > 1 && (
          <button
            type="button"
            {...MEND_BUTTON}
            className={MEND}
            aria-describedby={`hints-${code}`}
            onClick={() => onMend(mendable)}
          >
            {pictures > 0 ? messages.foreignPictures.copies.keepAll(pictures) : words.mendAll(mendable.length)}
          </button>
        )}
      </div>
      <ol aria-labelledby={`hints-${code}`}>
        {hints.slice(0, MOST_LINES).map((hint) => (
          <HintLine key={hint.id} hint={hint} onGo={onGo} onMend={onMend} onDescribe={onDescribe} />
        ))}
      </ol>
      {rest > 0 && <p className="py-1 text-14 text-soft">{words.more(rest)}</p>}
    </div>
  );
}

function HintLine({ hint, onGo, onMend, onDescribe }: Omit<HintGroupPartProps, 'group'> & { readonly hint: Hint }) {
  return (
    <li className="flex items-center gap-2">
      <button
        type="button"
        onClick={() => onGo(hint)}
        title={messages.problems.says[hint.code](hint.detail)}
        className="tabular flex min-h-11 min-w-0 flex-1 items-center rounded-6 text-left text-14 text-soft hover:bg-well hover:text-ink desk:min-h-8"
      >
        <span className="w-18 shrink-0">{words.line(hint.line)}</span>
        <span className="w-18 shrink-0">{words.slide(hint.slide + 1)}</span>
        <code className="min-w-0 truncate font-mono text-12 text-ink [font-variant-ligatures:none]">{hint.words}</code>
      </button>
      {isMendable(hint) && onMend !== null && (
        <button type="button" {...MEND_BUTTON} className={MEND} onClick={() => onMend([hint])}>
          {messages.problems.mend(hint.code, hint.fix?.insert ?? '')}
        </button>
      )}
      {isDescribed(hint) && onMend !== null && (
        <button type="button" {...MEND_BUTTON} className={MEND} onClick={() => onDescribe(hint)}>
          {messages.pictureMenu.describe}
        </button>
      )}
    </li>
  );
}

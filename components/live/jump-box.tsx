'use client';

import { clsx } from 'clsx';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { messages } from '#lib/messages/en.ts';
import { jumpMatches, type JumpMatch } from './jump-matches.ts';
import type { PresenterParts } from './presenter-parts.ts';

const words = messages.presenting.jump;

interface JumpBoxProps {
  readonly parts: Pick<PresenterParts, 'session' | 'course' | 'tools'>;
  /** What was typed so far. */
  readonly typed: string;
}

/** Above the bar while somebody types where to go: a number or a name, and what it may mean. Enter goes there, Escape does not. */
export function JumpBox({ parts: { session, course, tools }, typed }: JumpBoxProps) {
  const { model } = useStore(session.presentation);
  const [text, setText] = useState(typed);
  const [chosen, setChosen] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const matches = jumpMatches(model, text);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(typed.length, typed.length);
  }, [typed]);
  const close = (): void => tools.jumpWith(null);
  const go = (match: JumpMatch | undefined): void => {
    if (match === undefined) return;
    close();
    course.moved({ slide: match.slide, fragment: -1 });
  };
  const press = (event: KeyboardEvent): void => {
    // Enter ends a word that is being composed.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    if (event.key === 'Enter') go(matches[chosen]);
    else if (event.key === 'Escape') close();
    else if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    else setChosen((chosen + step + matches.length) % Math.max(1, matches.length));
    event.preventDefault();
  };
  return (
    <div className="absolute bottom-full left-2 z-30 mb-2 w-[min(26rem,calc(100vw-1rem))] rounded-6 border border-line bg-sheet p-2 shadow-float">
      <input
        ref={input}
        role="combobox"
        aria-label={words.label}
        aria-expanded={matches.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(matches.length > 0 ? { 'aria-activedescendant': `${list}-${chosen}` } : {})}
        autoComplete="off"
        placeholder={words.hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
        onBlur={close}
        className="min-h-11 w-full rounded-6 border border-edge/55 bg-paper px-3 text-20"
      />
      <Matches id={list} matches={matches} chosen={chosen} onChoose={go} />
      {/* There before its words are: else they might not be spoken. */}
      <p role="status" className="px-2 py-2 text-14 text-soft empty:sr-only">
        {matches.length === 0 ? words.none : ''}
      </p>
    </div>
  );
}

interface MatchesProps {
  readonly id: string;
  readonly matches: readonly JumpMatch[];
  readonly chosen: number;
  readonly onChoose: (match: JumpMatch) => void;
}

function Matches({ id, matches, chosen, onChoose }: MatchesProps) {
  return (
    <div id={id} role="listbox" aria-label={words.label} className={clsx(matches.length > 0 && 'mt-1')}>
      {matches.map((match, at) => (
        // The input has the keys; a press must not take the focus from it, or it would close before.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the input has the keys
        <div
          key={match.slide}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(match)}
          className={clsx(
            'flex min-h-11 cursor-pointer items-center gap-3 rounded-6 px-2 text-16 tablet:min-h-9',
            at === chosen ? 'bg-accent-wash' : 'hover:bg-well',
          )}
        >
          <span className="tabular w-8 shrink-0 text-right text-soft">{match.slide + 1}</span>
          <span className="truncate">{match.title === '' ? words.slide(match.slide + 1) : match.title}</span>
        </div>
      ))}
    </div>
  );
}

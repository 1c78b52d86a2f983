'use client';

import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { Button } from '#components/ui/button.tsx';
import type { HistoryPerson, PlayView } from '#lib/history/history-views.ts';
import { PlayText, type PlayFrame, type PlayPiece } from '#lib/history/play-text.ts';
import { messages } from '#lib/messages/en.ts';
import type { AskedPlay, HistoryFrame } from './history-frame.ts';
import { PanelTitle } from './panel-title.tsx';
import { Segments } from './segments.tsx';
import { useAnswer } from './use-answer.ts';
import { usePlaying, type Speed } from './use-playing.ts';
import { NotAnswered, Waiting } from './waiting.tsx';

const words = messages.history.player;
const SPEEDS: readonly Speed[] = ['slow', 'even', 'fast'];

interface PlayPanelProps {
  readonly frame: HistoryFrame;
  readonly asked: AskedPlay;
}

/** How a text came to be, step by step, with who wrote what. */
export function PlayPanel({ frame, asked }: PlayPanelProps) {
  const { from, to, name } = asked;
  const { value, refusal, again } = useAnswer(`${from} ${to}`, 0, () => frame.actions.play(from, to));
  return (
    <section>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <PanelTitle>{words.title(name)}</PanelTitle>
        <Button className="max-desk:hidden" onClick={() => frame.onDo(null)}>
          {words.close}
        </Button>
      </div>
      {refusal !== null && <NotAnswered refusal={refusal} again={again} />}
      {value === null && refusal === null && <Waiting label={words.loading} />}
      {value !== null &&
        (value.steps.length === 0 ? (
          <p className="py-4 text-soft">{words.none}</p>
        ) : (
          <Player frame={frame} play={value} />
        ))}
    </section>
  );
}

function Player({ frame, play }: { readonly frame: HistoryFrame; readonly play: PlayView }) {
  const text = useMemo(() => new PlayText(play), [play]);
  const count = play.steps.length;
  const { at, playing, speed, go, toggle, setSpeed } = usePlaying(count);
  const step = play.steps[at - 1];
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button tone="main" onClick={toggle} className="min-w-26">
          {playing ? <Pause className="size-4" aria-hidden="true" /> : <Play className="size-4" aria-hidden="true" />}
          {playing ? words.pause : words.play}
        </Button>
        <input
          type="range"
          min={0}
          max={count}
          value={at}
          aria-label={words.slider}
          aria-valuetext={words.step(at, count)}
          onChange={(event) => go(event.target.valueAsNumber)}
          className="min-h-11 min-w-40 flex-1 accent-accent tablet:min-h-9"
        />
        <Segments
          label={words.speed}
          value={speed}
          onChange={setSpeed}
          options={SPEEDS.map((value) => ({ value, title: words.speeds[value] }))}
        />
      </div>
      <p className="tabular flex min-h-6 flex-wrap items-center gap-x-2 py-2 text-14">
        {step === undefined ? (
          words.beginning
        ) : (
          <>
            <Who person={step.person === null ? null : (play.people[step.person] ?? null)} />
            <time dateTime={step.at}>{frame.sayMoment(step.at)}</time>
          </>
        )}
        <span className="text-soft">{words.step(at, count)}</span>
      </p>
      <Text frame={text.frame(at)} people={play.people} />
    </>
  );
}

function Who({ person }: { readonly person: HistoryPerson | null }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold [overflow-wrap:anywhere]">
      {person !== null && <PersonDot hue={person.hue} />}
      {person?.name ?? words.several}
    </span>
  );
}

function Text({ frame, people }: { readonly frame: PlayFrame; readonly people: PlayView['people'] }) {
  const box = useRef<HTMLDivElement>(null);
  // What is written just now comes into sight, without moving the page.
  useEffect(() => {
    const mark = box.current?.querySelector('[data-now]');
    if (!(mark instanceof HTMLElement) || box.current === null) return;
    const { offsetTop } = mark;
    const { scrollTop, clientHeight } = box.current;
    if (offsetTop < scrollTop || offsetTop > scrollTop + clientHeight - 40)
      box.current.scrollTop = offsetTop - clientHeight / 3;
  });
  return (
    <div
      ref={box}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keys
      tabIndex={0}
      role="region"
      aria-label={words.text}
      className="relative h-[min(60dvh,36rem)] overflow-y-auto rounded-6 border border-line bg-sheet px-4 py-3 font-mono text-14 leading-[1.6] whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {frame.map((piece, at) => (
        <Piece key={at} piece={piece} hue={piece.person === null ? null : (people[piece.person]?.hue ?? null)} />
      ))}
    </div>
  );
}

function Piece({ piece: { text, now }, hue }: { readonly piece: PlayPiece; readonly hue: number | null }) {
  const line = hue === null ? {} : { borderBottom: `2px solid oklch(0.64 0.13 ${hue})` };
  if (now === 'removed')
    return (
      <del data-now="" className="bg-gone-wash text-gone line-through decoration-1">
        {text}
      </del>
    );
  if (now === 'added')
    return (
      <ins
        data-now=""
        style={{ ...line, backgroundColor: `oklch(0.7 0.12 ${hue ?? 200} / 0.22)` }}
        className="no-underline"
      >
        {text}
      </ins>
    );
  return <span style={line}>{text}</span>;
}

'use client';

import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import type { LivePoint } from '#lib/live/live-state.ts';
import { messages } from '#lib/messages/en.ts';
import { areaStyle, LivePointer } from './live-pointer.tsx';
import { PointSender, pointIn } from './point-sender.ts';

interface PointPadProps {
  readonly session: DeckSession;
  readonly slideOptions: Readonly<Record<string, unknown>>;
  readonly leave: () => void;
}

const words = messages.presenting.tools;

/** Lies over the stage while somebody points: where the finger or the mouse is held down, everybody sees a light. */
export function PointPad({ session, slideOptions, leave }: PointPadProps) {
  const area = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<LivePoint | null>(null);
  const sender = useMemo(() => new PointSender((at) => session.connection.request({ type: 'point', at })), [session]);
  useEffect(() => () => sender.stop(), [sender]);
  const move = (event: PointerEvent): void => {
    const at = area.current === null ? null : pointIn(area.current.getBoundingClientRect(), event);
    if (event.buttons === 0 || at === null) return;
    sender.point(at);
    setOwn(at);
  };
  const stop = (): void => {
    sender.stop();
    setOwn(null);
  };
  return (
    <>
      <div
        data-pad="point"
        className="absolute inset-0 grid cursor-crosshair touch-none place-items-center [container-type:size]"
        onPointerDown={(event) => {
          // A mouse that leaves the slide while held down is still pointing at its edge.
          event.currentTarget.setPointerCapture(event.pointerId);
          move(event);
        }}
        onPointerMove={move}
        onPointerUp={stop}
        onPointerCancel={stop}
        onLostPointerCapture={stop}
      >
        <div ref={area} style={areaStyle(slideOptions)} />
      </div>
      <LivePointer point={own} slideOptions={slideOptions} />
      <div className="pointer-events-none absolute inset-x-0 bottom-0 flex flex-wrap items-center justify-center gap-x-4 bg-ink/85 px-3 text-14 text-paper">
        <p className="py-1.5">{words.pointHint}</p>
        <button
          type="button"
          onClick={leave}
          className="pointer-events-auto min-h-11 px-2 font-semibold underline desk:min-h-9"
        >
          {words.pointDone}
        </button>
      </div>
    </>
  );
}

'use client';

import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { remember, remembered } from '#components/ui/remembered.ts';

interface DividerProps {
  readonly label: string;
  /** The element whose CSS variable holds the width. Setting it there keeps React out of the drag. */
  readonly frame: RefObject<HTMLElement | null>;
  /** CSS variable with the width in per cent of the frame; also the name under which this browser remembers it. */
  readonly variable: `--${string}`;
  /** Whether the pane that it sizes is before or behind it. */
  readonly side: 'before' | 'after';
  readonly least: number;
  readonly most: number;
  readonly preset: number;
}

const STEP = 2;

/** A line between two panes: drag it, or move it with the arrow keys; Enter or a double click puts it back. */
export function Divider(props: DividerProps) {
  const { label, least, most, preset, variable, frame } = props;
  const handle = useRef<HTMLDivElement>(null);
  const set = (width: number) => apply(props, handle.current, width);
  useEffect(() => {
    const kept = Number(remembered(variable) ?? Number.NaN);
    if (Number.isFinite(kept)) apply({ frame, variable, least, most }, handle.current, kept);
  }, [frame, variable, least, most]);
  return (
    <div
      ref={handle}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={preset}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && set(widthAt(props, event))}
      onDoubleClick={() => set(preset)}
      onKeyDown={(event) => moveByKey(event, props, set)}
      className="relative z-10 hidden w-px cursor-col-resize touch-none bg-line before:absolute before:inset-y-0 before:-left-1 before:w-2 hover:bg-edge focus-visible:bg-accent desk:block"
    />
  );
}

type Target = Pick<DividerProps, 'frame' | 'variable' | 'least' | 'most'>;

function apply({ frame, variable, least, most }: Target, handle: HTMLElement | null, width: number): void {
  const clamped = Math.min(most, Math.max(least, width));
  frame.current?.style.setProperty(variable, `${clamped}%`);
  handle?.setAttribute('aria-valuenow', String(Math.round(clamped)));
  remember(variable, String(clamped));
}

function widthAt({ frame, side }: DividerProps, event: PointerEvent): number {
  const box = frame.current?.getBoundingClientRect();
  if (box === undefined || box.width === 0) return 0;
  const before = ((event.clientX - box.left) / box.width) * 100;
  return side === 'before' ? before : 100 - before;
}

function moveByKey(
  event: KeyboardEvent<HTMLElement>,
  { side, preset, least, most }: DividerProps,
  set: (width: number) => void,
): void {
  const now = Number(event.currentTarget.getAttribute('aria-valuenow'));
  const grow = side === 'before' ? STEP : -STEP;
  const widths: Readonly<Record<string, number>> = {
    ArrowRight: now + grow,
    ArrowLeft: now - grow,
    Home: least,
    End: most,
    Enter: preset,
  };
  const width = widths[event.key];
  if (width === undefined) return;
  event.preventDefault();
  set(width);
}

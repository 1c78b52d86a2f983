'use client';

import { useState } from 'react';
import { z } from 'zod';
import { remember, remembered } from '#components/ui/remembered.ts';

/** How large the text is, as a part of its usual size. */
const SIZES = [0.85, 1, 1.15, 1.35, 1.6, 2, 2.5] as const;
const USUAL = 1;

/** The text view as this browser wants it. */
export interface TextSettings {
  readonly on: boolean;
  /** As a part of the usual size. */
  readonly size: number;
  readonly toggle: () => void;
  /** Undefined where the text cannot get any smaller or larger. */
  readonly smaller: (() => void) | undefined;
  readonly larger: (() => void) | undefined;
}

/** Whether slides are shown as text, and how large it is: remembered in this browser. On a thin line text is what begins. For the browser alone. */
export function useTextView(): TextSettings {
  const [on, setOn] = useState(() => (remembered('live text') ?? (isThinLine() ? 'on' : 'off')) === 'on');
  const [step, setStep] = useState(() => {
    const kept = SIZES.findIndex((size) => String(size) === remembered('live text size'));
    return kept === -1 ? SIZES.indexOf(USUAL) : kept;
  });
  const sizeTo = (next: number) =>
    SIZES[next] === undefined
      ? undefined
      : () => {
          setStep(next);
          remember('live text size', String(SIZES[next]));
        };
  return {
    on,
    size: SIZES[step] ?? USUAL,
    toggle: () => {
      setOn(!on);
      remember('live text', on ? 'off' : 'on');
    },
    smaller: sizeTo(step - 1),
    larger: sizeTo(step + 1),
  };
}

const lineSchema = z.object({
  connection: z.object({ saveData: z.boolean().optional(), effectiveType: z.string().optional() }),
});

/** Whether this browser says that its line is thin, or that it is to save data; most say nothing. */
function isThinLine(): boolean {
  const line = lineSchema.safeParse({ connection: Reflect.get(navigator, 'connection') }).data?.connection;
  return line?.saveData === true || line?.effectiveType === '2g' || line?.effectiveType === 'slow-2g';
}

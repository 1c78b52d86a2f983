'use client';

import { useState, type ReactNode } from 'react';
import { Field } from './field.tsx';

interface HueFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Degrees to begin with. */
  readonly preset: number;
  readonly problem: string | undefined;
  /** The mark as it will be in this hue. */
  readonly renderMark: (hue: number) => ReactNode;
}

/** A colour, chosen along the wheel. The form gets its degrees under `hue`. */
export function HueField({ label, hint, preset, problem, renderMark }: HueFieldProps) {
  const [hue, setHue] = useState(preset);
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <div className="flex items-center gap-3">
          <span aria-hidden="true" className="inline-flex self-center">
            {renderMark(hue)}
          </span>
          <input
            {...control}
            type="range"
            name="hue"
            min={0}
            max={359}
            value={hue}
            onChange={(event) => setHue(event.target.valueAsNumber)}
            className="min-h-11 w-full max-w-80 accent-accent tablet:min-h-9"
          />
        </div>
      )}
    </Field>
  );
}

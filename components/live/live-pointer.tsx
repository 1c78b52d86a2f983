'use client';

import type { LivePoint } from '#lib/live/live-state.ts';
import { slideArea } from '#lib/stage/slide-area.ts';

interface LivePointerProps {
  readonly point: LivePoint | null;
  /** The deck's, which decide where on the stage its slide lies. */
  readonly slideOptions?: Readonly<Record<string, unknown>>;
}

const NO_OPTIONS = {};

/** Where the presenter points, over a stage: its parent is as large as the stage and positioned. */
export function LivePointer({ point, slideOptions = NO_OPTIONS }: LivePointerProps) {
  if (point === null) return null;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 grid place-items-center overflow-hidden [container-type:size]"
    >
      <div className="relative" style={areaStyle(slideOptions)}>
        {/* A ring in white and one in black: it shows on any slide. */}
        <span
          data-point=""
          className="absolute -mt-2.5 -ml-2.5 size-5 rounded-full border-2 border-[#fff] bg-[#f0142f] opacity-90 shadow-[0_0_0_1.5px_#000,0_0_14px_4px_#f0142f] transition-[left,top] duration-75 ease-linear motion-reduce:transition-none"
          style={{ left: `${100 * point.x}%`, top: `${100 * point.y}%` }}
        />
      </div>
    </div>
  );
}

/** The size of the slide within a container that is as large as its stage. */
export function areaStyle(slideOptions: Readonly<Record<string, unknown>>): {
  readonly width: string;
  readonly height?: string;
  readonly aspectRatio: string;
} {
  const { width, height, ratio } = slideArea(slideOptions);
  return { width, aspectRatio: ratio, ...(height === null ? {} : { height }) };
}

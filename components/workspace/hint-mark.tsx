import type { Hint } from '#components/editor/hint.ts';

/** The diamond of a hint, as beside its line in the text: filled for a fault, hollow for advice. A word always goes with it. */
export function HintMark({ weight }: { readonly weight: Hint['weight'] }) {
  return (
    <svg viewBox="0 0 10 10" className="inline-block size-2.5 shrink-0" aria-hidden="true">
      <path
        d="M5 .9 9.1 5 5 9.1.9 5Z"
        strokeWidth="1.3"
        strokeLinejoin="round"
        className={weight === 'fault' ? 'fill-soft stroke-soft' : 'fill-transparent stroke-edge'}
      />
    </svg>
  );
}

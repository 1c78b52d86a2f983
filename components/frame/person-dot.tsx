/** The mark of a person: a dot in their hue. It says who, never how things stand. */
export function PersonDot({ hue }: { readonly hue: number }) {
  return (
    <svg viewBox="0 0 10 10" className="size-2.5 shrink-0" aria-hidden="true">
      <circle cx="5" cy="5" r="5" fill={`oklch(0.64 0.13 ${hue})`} />
    </svg>
  );
}

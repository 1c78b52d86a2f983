import { clsx } from 'clsx';
import { initialsOf } from '#lib/people/initials.ts';

interface InitialsProps {
  readonly name: string;
  readonly hue: number;
  readonly large?: boolean;
}

/** The picture of a person: the first letters of their name, on their hue. Their name stands beside it. */
export function Initials({ name, hue, large = false }: InitialsProps) {
  return (
    <svg viewBox="0 0 40 40" className={clsx('shrink-0', large ? 'size-16' : 'size-9')} aria-hidden="true">
      <circle cx="20" cy="20" r="20" fill={`oklch(0.42 0.1 ${hue})`} />
      <text x="20" y="20" dy="0.36em" textAnchor="middle" fontSize="15" fontWeight="600" fill="white">
        {initialsOf(name)}
      </text>
    </svg>
  );
}

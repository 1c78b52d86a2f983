import Link from 'next/link';
import type { SeriesRole } from '#lib/access.ts';
import { messages } from '#lib/messages/en.ts';

interface SeriesRolesProps {
  readonly series: readonly { readonly name: string; readonly address: string; readonly role: SeriesRole }[];
  /** Said where there is none. */
  readonly none: string;
}

/** The series that somebody is a member of, with their role in each. */
export function SeriesRoles({ series, none }: SeriesRolesProps) {
  if (series.length === 0) return <p className="pt-4 text-14 text-soft">{none}</p>;
  return (
    <ul>
      {series.map(({ name, address, role }) => (
        <li key={address} className="flex items-baseline justify-between gap-4 border-b border-line py-2 text-14">
          <Link
            href={address}
            className="min-w-0 font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline"
          >
            {name}
          </Link>
          <span className="text-soft">{messages.people.role[role]}</span>
        </li>
      ))}
    </ul>
  );
}

import { messages } from '#lib/messages/en.ts';

interface CiteLinkProps {
  /** Where what is cited stands, a path. */
  readonly address: string;
  readonly heading: string | null;
  readonly team: string | null;
  /** What it cites, for who does not see where it stands. */
  readonly label: string;
  /** A key that presses it. */
  readonly shortcut?: string;
}

/** Leads to what is to be cited; with a script, `CiteDialog` around it offers the citation instead. */
export function CiteLink({ address, heading, team, label, shortcut }: CiteLinkProps) {
  return (
    <a
      href={address}
      data-cite=""
      data-heading={heading ?? undefined}
      data-team={team ?? undefined}
      aria-label={label}
      aria-haspopup="dialog"
      aria-keyshortcuts={shortcut}
      className="cite-link inline-flex min-h-11 items-center tablet:min-h-9"
    >
      {messages.reading.cite.open}
    </a>
  );
}

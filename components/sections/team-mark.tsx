/** The mark of a team: a bar in its hue, the same wherever the team appears. The name stands beside it, or is said. */
export function TeamMark({ team }: { readonly team: { readonly name: string; readonly hue: number } }) {
  return (
    <svg viewBox="0 0 4 14" className="h-3.5 w-1 shrink-0 self-center" role="img" aria-label={team.name}>
      <title>{team.name}</title>
      <rect width="4" height="14" rx="1.5" fill={`oklch(0.64 0.13 ${team.hue})`} />
    </svg>
  );
}

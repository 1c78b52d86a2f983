/** Three rows that become one: the teams and their deck. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden="true">
      <path d="M3 5h6M3 10h6M3 15h6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <rect x="12" y="4" width="5" height="12" rx="1.5" fill="var(--plenum-accent)" />
    </svg>
  );
}

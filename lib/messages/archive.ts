/** Words of a series' archive. */
export const archive = {
  title: 'Archive',
  lead: (count: number) => (count === 1 ? '1 call on record' : `${count} calls on record`),
  date: 'Date',
  call: 'Call',
  slides: 'Slides',
  years: 'Years',
  empty: 'Nothing is on record yet',
  emptyText: 'When a call ends, its text is kept here for good. Decks of earlier calls can be imported.',
  notes: 'minutes',
} as const;

const KIND = { call: 'call', series: 'series' } as const;

/** Words about what was deleted and can be brought back. */
export const bin = {
  title: 'Bin',
  open: 'Bin of this series',
  back: 'Bring it back',
  backLabel: (name: string) => `Bring it back: ${name}`,
  tooLate: 'Its 30 days are over: it can no longer be brought back.',
  row: {
    by: (name: string | null, when: string) => (name === null ? `deleted ${when}` : `deleted by ${name} on ${when}`),
    left: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
  },
  place: {
    title: { call: 'Deleted call', series: 'Deleted series' },
    series: 'Series',
    /** The one sentence that every link and address says. */
    sentence: (
      kind: keyof typeof KIND,
      { by, on, until }: { readonly by: string | null; readonly on: string; readonly until: string },
    ) =>
      `This ${KIND[kind]} was deleted${by === null ? '' : ` by ${by}`} on ${on}. Its hosts can bring it back until ${until}.`,
    kept: {
      call: 'Nothing of it is lost: until then everything is kept as it was.',
      series: 'Nothing of it is lost: until then every call, record and member is kept as they were.',
    },
    toBin: 'See the bin',
  },
  call: {
    menu: 'More about this call',
    delete: 'Delete the call',
    live: 'This call is live: end it first, then it can be deleted.',
  },
  series: {
    title: 'Delete the series',
    text: 'Nobody sees it any more, its links lead to a page that says so, and whatever is open closes. For 30 days you can bring it back, with everything in it as it was; then it is removed.',
    fold: 'Delete this series',
    confirm: (name: string) => `To delete it, type its name: ${name}`,
    mismatch: (name: string) => `That is not its name. Type ${name}.`,
    submit: 'Delete the series',
    live: 'A call of this series is live: end it first, then the series can be deleted.',
  },
  ofSeries: {
    lead: 'Calls of this series that were deleted. Each is kept as it was for 30 days and can be brought back; then it is removed, with its record.',
    empty:
      'No call of this series is in the bin. Deleted calls wait here for 30 days: hosts delete one from the menu on its page.',
  },
  own: {
    lead: 'Series of yours that were deleted. Each is kept as it was for 30 days and can be brought back; then it is removed, with everything in it.',
    empty:
      'No series of yours is in the bin. Deleted series wait here for 30 days: hosts delete one at the end of its page “People”.',
    count: (count: number) => (count === 1 ? '1 series in the bin' : `${count} series in the bin`),
  },
  instance: {
    title: 'Series in the bin',
    none: 'No series is in the bin. What hosts delete waits here for 30 days.',
  },
} as const;

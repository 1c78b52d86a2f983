/** Words of the start page and of the first run. */
export const home = {
  title: 'Your calls',
  next: 'Next',
  lately: 'Lately',
  series: 'Series',
  newSeries: 'Start a series',
  importDecks: 'Import decks',
  noNext: 'No call is planned. Open a series to plan one.',
  noLately: 'No call has ended yet. When one does, its record appears here.',
  openBoard: 'Open the board',
  follow: 'Follow the call',
  all: 'All records',
  first: {
    title: 'Begin with one of these',
    lead: 'Plenum keeps a community’s recurring call: its teams write one deck, the presenter shows it live, the record stays.',
    start: {
      title: 'Start a series',
      text: 'A name, a date for the first call, and a template that every call begins with.',
      go: 'Start from a template',
    },
    import: {
      title: 'Import decks',
      text: 'Markdown files of calls you had and calls to come. You see what each becomes before anything is written.',
      go: 'Choose files',
    },
    sample: {
      title: 'Look at a sample',
      text: 'A call of an invented community, ready to open, present and end, and three records. Only you see it.',
      go: 'Open a sample call',
    },
  },
  stranger: {
    title: 'A community’s calls are kept here',
    text: 'Sign in to see yours. If you were sent a link, open it: it lets you in by itself.',
  },
} as const;

/** Words around the slides themselves. */
export const stage = {
  loading: 'Opening the slides…',
  failed: 'The slides could not be shown.',
  retry: 'Try again',
  /** What a slide without a heading is called. */
  slide: (number: number) => `Slide ${number}`,
  tags: { name: 'Name', time: 'Time' },
  diagram: {
    mistake: 'This diagram cannot be drawn: its text has a mistake.',
    mistakeAt: (line: number) => `This diagram cannot be drawn: there is a mistake near line ${line} of its text.`,
  },
  embed: {
    names: {
      youtube: 'YouTube',
      vimeo: 'Vimeo',
      gist: 'GitHub Gist',
      speakerdeck: 'Speaker Deck',
      slideshare: 'SlideShare',
      pdf: 'PDF',
      video: 'Video',
      audio: 'Audio',
    },
    title: (service: string) => `Film on ${service}`,
    loadedFrom: (service: string, host: string) =>
      `It is loaded from ${service} (${host}), which learns your address and may set cookies of its own.`,
    close: 'Close',
    openOutside: 'Open in a new tab',
  },
} as const;

/** Words of the audience's page that it shares with no other. */
export const audience = {
  /** What screen readers hear when another slide is shown. */
  announce: ({
    section,
    slide,
    of,
    title,
  }: {
    readonly section: string;
    readonly slide: number;
    readonly of: number;
    readonly title: string;
  }) =>
    `${section === '' ? `Slide ${slide} of ${of}` : `${section}, slide ${slide} of ${of}`}${title === '' ? '' : `: ${title}`}`,
  /** Of the section that has the call's own title. */
  opening: (number: number, of: number) => `Section ${number} of ${of}`,
  part: (number: number, of: number) => `${number} of ${of}`,
  late: {
    started: (time: string) => `Started ${time}`,
    missed: 'what you missed',
    title: 'What you missed',
    here: (title: string, number: number, of: number) => `${title}, ${number} of ${of}`,
    dismiss: 'Close this line',
  },
  follow: {
    /** Said after "Following Ada", to those who hear the button. */
    leave: 'stay on this slide',
  },
  text: {
    label: 'The slides as text',
    slideLabel: 'Text of this slide',
    show: 'Text view',
    hide: 'Slides',
    showLong: 'Read the slides as text, in step with the stage',
    hideLong: 'Show the slides again',
    smaller: 'Smaller text',
    larger: 'Larger text',
    size: 'Size of the text',
    slide: (slide: number, of: number) => `Slide ${slide} of ${of}`,
    onStage: 'On the stage',
    empty: 'Nothing is written on this slide.',
  },
  copyLink: 'Copy link',
  copyLinkLong: 'Copy a link to this slide',
  copied: 'Link copied',
  copyFailed: 'The browser does not allow copying. The link is now in the address bar.',
  away: (name: string) => `${name}’s connection is gone – waiting`,
  blank: 'The screen is blank at the moment.',
  gone: (title: string) =>
    title === ''
      ? 'The slide on the stage was taken out. This one stands in until the presenter moves on.'
      : `“${title}” was taken out. This slide stands in until the presenter moves on.`,
  over: 'The call has ended.',
  overLong: 'One moment: this page opens what comes next.',
  hello: {
    open: 'Say hello',
    title: 'First time here?',
    text: 'Your name goes to whoever presents, so that they can welcome you. Nothing else is sent.',
    name: 'Your name',
    keep: 'Also put my name in the record of this call',
    keepHint: 'The record can be read by whoever reads the archive of this series. A host can take the name out again.',
    send: 'Say hello',
    cancel: 'Not now',
    missing: 'Write a name, as you like to be called.',
    offline: 'The connection is gone. Try again when it is back.',
    sending: 'Telling the presenter…',
    thanks: (name: string) => `Thank you, ${name}. The presenter sees your name now.`,
    thanksKept: 'It will stand in the record, too.',
    refused: {
      'not-live': 'The call is not live any more.',
      'not-allowed': 'You cannot say hello here.',
      'not-presenting': 'That was not taken. Try again later.',
      'not-here': 'That was not taken. Try again later.',
      'no-offer': 'That was not taken. Try again later.',
      busy: 'Many say hello just now. Try again in a moment.',
      once: 'You have said hello already.',
    },
    record: 'First time here:',
    remove: (name: string) => `Take ${name} out of the record`,
  },
  waiting: {
    offline: 'No connection at the moment. The page goes on waiting, and looks again when it is back.',
    noTime: 'Its time is not known yet. This page opens the slides by itself when the call starts.',
    noRecord: 'Its slides are kept for the members of this series.',
  },
} as const;

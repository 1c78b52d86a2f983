import type { LiveRefusalReason } from '#lib/live/live-state.ts';

/** Why the server did not do what was asked of the live call. */
const refused: Readonly<Record<LiveRefusalReason, string>> = {
  'not-live': 'The call is not live any more.',
  'not-allowed': 'You may not do that in this call.',
  'not-presenting': 'Somebody else presents now, so the slides stay where they are.',
  'not-here': 'They cannot present: they are gone, or may not.',
  'no-offer': 'The slides have moved on meanwhile, so there is nothing to answer.',
  once: 'You have said that already.',
  busy: 'That was too much at once. Try again in a moment.',
};

/** Words of the presenter's page and of the stage to share. */
export const presenting = {
  refused,
  more: 'More',
  closeMore: 'Close',
  tools: {
    label: 'The slides',
    goTo: 'Go to …',
    overview: 'Overview',
    magnify: 'Magnify',
    magnifyHint: 'Move over the slide to look around. Press Z or click to leave.',
    point: 'Point',
    pointHint: 'Hold and move over the slide to point.',
    pointDone: 'Done',
    full: 'Full screen',
  },
  jump: {
    label: 'Go to a slide or section',
    hint: 'Number or section',
    none: 'No slide or section is called that.',
    slide: (number: number) => `Slide ${number}`,
    /** Follows the number of the slide. */
    open: ' – go to another slide',
  },
  reporter: {
    label: 'Reports now',
    standIn: (name: string) => `${name} stands in`,
  },
  nextIs: (reporter: string) => `Next · ${reporter}`,
  hand: {
    label: 'Who presents',
    ask: 'Ask to present',
    asked: 'You asked to present',
    askNoLonger: 'No longer',
    give: (name: string) => `Hand to ${name}`,
    giveUp: 'Stop presenting',
    nobodyHere: 'Nobody else is here who could present.',
    takeOver: 'Take over',
    present: 'Present',
    held: 'Only hosts and the section’s reporter write now',
  },
  notices: {
    label: 'What happened',
    offered: (section: string) => `It is your turn: ${section}.`,
    /** Follows it where there is a keyboard. */
    offeredKey: ' Press Y to present.',
    notNow: 'Not now',
    offeredTo: (name: string) => `Offered to ${name}`,
    takeBack: 'Take it back',
    wants: (name: string) => `${name} would like to present.`,
    away: (name: string) => `The connection of ${name} is gone.`,
    freeIn: (time: string) => `The baton is free in ${time}`,
    endWait: 'End the wait',
    gone: (heading: string) =>
      heading === ''
        ? 'The slide was taken out; this one stands beside it.'
        : `The slide “${heading}” was taken out; this one stands beside it.`,
    leftOut: (section: string) => `“${section}” is left out today; this slide stands beside it.`,
    edited: 'This slide was edited while on screen.',
    pictures: (count: number) =>
      count === 1 ? 'A picture is missing on this slide.' : `${count} pictures are missing on this slide.`,
    nextPictures: (count: number) =>
      count === 1 ? 'A picture is missing on the next slide.' : `${count} pictures are missing on the next slide.`,
    dismiss: 'Understood',
  },
  here: {
    label: 'Here',
    following: (count: number) => (count === 1 ? '1 person follows' : `${count} people follow`),
    hellos: 'Said hello',
  },
  share: {
    label: 'Share',
    open: 'Open stage to share',
    openHint: 'A window with nothing but the slides. Share it in the video call: it follows whoever presents.',
    address: 'Everybody follows at',
    phone: 'Phone as remote control',
    phoneHint: 'Point its camera here and sign in.',
    phoneCode: (address: string) => `Code that leads to ${address}`,
  },
  rest: {
    label: 'This call',
    call: 'The call’s page',
    deck: 'Open deck',
    keys: 'Keys',
  },
  stage: {
    title: (call: string) => `Stage · ${call}`,
    label: 'Slides of the call',
    follow: 'Follow along',
    ended: 'The call has ended.',
    endedHint: 'Its record is at',
    blank: 'The screen is blank.',
  },
  keys: {
    goTo: 'Go to a slide or section',
    overview: 'Overview of the slides',
    magnify: 'Magnify the slide, here only',
    point: 'Point at something, for everybody',
    full: 'Full screen',
    accept: 'Present the section that is offered to you',
    more: 'More',
  },
} as const;

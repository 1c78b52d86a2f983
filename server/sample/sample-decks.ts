/** Pictures of the sample as its decks write them. */
export interface SamplePictures {
  readonly dawn: string;
  readonly plan: string;
  readonly chart: string;
}

/** A call of the sample series. */
export interface SampleCall {
  /** Weeks from the coming Thursday: 0 is to come, -1 was a week before that. */
  readonly week: number;
  readonly text: (pictures: SamplePictures, date: string) => string;
}

/** What the calls of the sample are called. */
export const SAMPLE_NAME = 'Harbour Commons';

function titleSlide(picture: string, date: string): string {
  return `---
title: ${SAMPLE_NAME}
type: slide
slideOptions:
  theme: white
  transition: none
---

<!-- .slide: data-background="${picture}" -->

# ${SAMPLE_NAME}

## Community call, ${date}
`;
}

const slides = (...texts: readonly string[]): string => texts.map((text) => text.trim()).join('\n\n---\n\n') + '\n';

/** The calls of an invented community that keeps a small harbour together: three that were, one to come. */
export const sampleCalls: readonly SampleCall[] = [
  {
    week: -3,
    text: ({ dawn, plan }, date) =>
      slides(
        titleSlide(dawn, date),
        `# Welcome

- 31 people on the call, four of them for the first time
- Minutes are the slides: whatever is said here should be on one of them`,
        `# Pier Team

Report by @ines

- The third pier is **open again**, with new decking up to berth 18
- Power on pier 2 is still limited to 6 A
- Four berths are free this season

----

## Where there is room

![Plan of the three piers: four berths are shown as free](${plan} =720x)

Amber berths are free until October.`,
        `# Boat Library

Report by @tarek

- 14 boats to lend, two in repair
- Borrow for a day, an evening or a weekend
- The waiting list for the double kayaks is six days long

> Bring it back as you would like to find it.`,
        `# Events

| when | what | where |
| --- | --- | --- |
| Saturday | Spring clean-up | Pier 1 |
| in two weeks | Knots for beginners | Workshop |`,
        `# Thank you

See you on Thursday in a week.`,
      ),
  },
  {
    week: -2,
    text: ({ dawn, chart }, date) =>
      slides(
        titleSlide(dawn, date),
        `# Welcome

First time here? Say hello in the chat :wave:`,
        `# Pier Team

Report by @ines

1. Power on pier 2 is back to 16 A
2. The ladder at berth 7 is loose: please do not use it
3. Whoever has a spare fender, pier 3 can use it`,
        `# Boat Library

Report by @tarek

- 31 loans this week, more than ever
- A third double kayak has arrived

----

## Loans per week

![Bar chart of loans over ten weeks, rising from 9 to 31](${chart} =760x)`,
        `# Workshop

Report by @noor

- The bandsaw is repaired
- Opening hours from now on:
    - Tuesday, 17 to 21
    - Saturday, 10 to 16
- Book the hoist a day ahead

note: ask who can take a Saturday in June`,
        `# Weather Desk

Report by @lev

The new station speaks for itself:

\`\`\`json
{ "wind": "4 Bft", "gusts": "6 Bft", "from": "WNW", "tide": "+0.4 m" }
\`\`\`

----

## How it gets to the board

- Every ten minutes, by radio to the harbour office
- ~~By hand, once a day~~`,
        `# Announcements

- The general meeting is on the last Sunday of the month
- Lost: one grey oar. Found: two green ones`,
      ),
  },
  {
    week: -1,
    text: ({ dawn, plan }, date) =>
      slides(
        titleSlide(dawn, date),
        `# Welcome

- Two newcomers moor at pier 1: welcome, *Brisk* and *Ottilie*`,
        `# Pier Team

Report by @ines

- The ladder at berth 7 is fixed
- Berths for guests are marked on the plan

----

## Guest berths

![Plan of the three piers with the free berths](${plan} =720x)`,
        `# Boat Library

Nothing this time.`,
        `# Workshop

Report by @noor

- Saturdays in June are taken: thank you!
- Epoxy is running low, the next order goes out on Monday`,
        `# Weather Desk

Report by @lev

- Storm warning for the weekend: double your lines
- The board now shows tomorrow as well`,
        `# Events

- **Regatta of slow boats**, Saturday in two weeks
- Knots for beginners, every second Tuesday`,
        `# Thank you

Fair winds!`,
      ),
  },
  {
    week: 0,
    text: ({ dawn }, date) =>
      slides(
        titleSlide(dawn, date),
        `# Welcome

<!-- Who presents today? Who is here for the first time? -->

- New here? Say hello, by voice or in the chat.`,
        `# Pier Team

Report by @ines

- Storm damage: none, apart from one flag`,
        `# Boat Library

<!-- What is new to lend? What is in repair? -->`,
        `# Workshop

Report by @noor

- Epoxy has arrived`,
        `# Weather Desk

<!-- How will the weekend be? -->`,
        `# Events

- **Regatta of slow boats**: this Saturday, 11:00, from pier 1`,
        `# Announcements

<!-- Anything that everybody should know before the call ends. -->`,
      ),
  },
];

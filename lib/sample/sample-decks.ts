import { addDays } from '#lib/dates/call-date.ts';

/** A deck of the sample series: its text, and the day of its call. */
export interface SampleDeck {
  /** `2026-12-17` */
  readonly date: string;
  readonly text: string;
}

/** Everything in the sample: two calls that were, one that comes. */
export interface Sample {
  readonly past: readonly SampleDeck[];
  readonly coming: SampleDeck;
}

export const SAMPLE_NAME = 'Harbour Community Call (sample)';
/** When the sample's calls begin, in the series' zone. */
export const SAMPLE_TIME = '15:05';
/** Sunday is 0. */
const THURSDAY = 4;
const WEEK = 7;

/** The sample around a day (`2026-12-15`): the coming call is on the next Thursday, the others one and two weeks before it. */
export function sampleDecks(today: string): Sample {
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const coming = addDays(today, (THURSDAY - weekday + WEEK) % WEEK || WEEK);
  const lastWeek = addDays(coming, -WEEK);
  const before = addDays(coming, -2 * WEEK);
  return {
    past: [
      { date: before, text: earliest(before) },
      { date: lastWeek, text: latest(lastWeek, coming) },
    ],
    coming: { date: coming, text: next(coming, addDays(coming, 2)) },
  };
}

function deck(date: string, slides: readonly string[]): string {
  const head = `---\ntitle: Harbour Community Call\ntype: slide\nslideOptions:\n  transition: none\n---\n\n# Harbour Community Call\n\n## ${date}\n`;
  return `${[head, ...slides].join('\n---\n\n')}\n---\n\n# Thank you\n\nSee you next Thursday, at five past three.\n`;
}

function earliest(date: string): string {
  return deck(date, [
    `# Welcome\n\n- Three newcomers today: say hello in the chat\n- One round, one team after the other\n`,
    `# Team Quay\n\nReport by @quinn\n\n- The old crane passed its inspection, barely\n- Offers for a new one are in\n    - Two lift ten tons, one lifts twelve\n    - We decide next week\n`,
    `# Team Lights\n\nReport by @lumi\n\n- Half of the lamps on the north pier are new\n- The rest follows before the dark weeks\n`,
    `# Team Tugs\n\nNo report this week: everybody is out on the water.\n`,
  ]);
}

function latest(date: string, nextCall: string): string {
  return deck(date, [
    `# Welcome\n\n- Slides are open to everybody on the team until the call begins\n- Next call: ${nextCall}\n`,
    `# Team Quay\n\nReport by @quinn\n\n- We take the crane that lifts **twelve tons**\n- The foundation is poured this month\n`,
    `## Team Quay: what changes for you\n\n| berth | until | use instead |\n| --- | --- | --- |\n| 3 | end of the month | 5 |\n| 4 | end of the week | 6 |\n`,
    `# Team Lights\n\nReport by @lumi\n\n- All lamps on the north pier burn\n- One was on by day, too: it thought that fog was night\n`,
    `# Team Tugs\n\nReport by @tove\n\n- Eleven ships in, nine out\n- _Patience_ is back from the dock and pulls like new\n`,
  ]).replace('\n---\n\n## Team Quay', '\n----\n\n## Team Quay');
}

function next(date: string, feast: string): string {
  return deck(date, [
    `# Welcome\n\n- New here? Say hello, by voice or in the chat\n- This is a sample: write in it, present it, end it. It reaches nobody\n`,
    `# Team Quay\n\nReport by @quinn\n\n- The new crane stands\n    - First lift: one piano, unharmed\n- Berth 3 is open again\n`,
    `## Team Quay: next\n\n1. Train four people on the crane\n2. Take down the old one\n3. Give its bell to the harbour school\n\nNote: Quinn shows the film of the piano here.\n`,
    `# Team Lights\n\nReport by @lumi\n\n- Lamps now tell fog from night\n- Wanted: two people with ladders, on Saturday\n`,
    `# Team Tugs\n\nReport by @tove\n\n`,
    `# Events\n\n- ${feast}: lantern feast on the north pier\n`,
  ]).replace('\n---\n\n## Team Quay', '\n----\n\n## Team Quay');
}

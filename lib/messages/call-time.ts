import { elapsed } from '#lib/live/elapsed.ts';

const minutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));
const clock = (seconds: number): string => elapsed(seconds * 1000);

/** Words about the time of a call: how long it may take, how late it is, how long sections took; and about who writes meanwhile. */
export const callTime = {
  /** Seconds. */
  usually: (seconds: number) => (seconds < 60 ? 'usually under 1 min' : `usually ${minutes(seconds)} min`),
  slot: {
    open: 'How long it may take …',
    none: (planned: number) => `${Math.round(planned / 60)} min planned`,
    of: (planned: number, slot: number) => `${Math.round(planned / 60)} of ${Math.round(slot / 60)} min planned`,
    only: (slot: number) => `${Math.round(slot / 60)} min for the call`,
    title: 'How long may this call take?',
    hint: 'All in all. The presenter sees how late it is, and calls planned later begin with the same. Leave it empty to say nothing.',
    keep: 'Keep this',
    problem: (most: number) => `Write a whole number of minutes, from 1 to ${most}.`,
  },
  agenda: 'Agenda',
  /** Seconds, of the section on the stage. */
  spentOf: (spent: number, allotted: number) => `${clock(spent)} of ${clock(allotted)}`,
  spent: clock,
  took: (seconds: number) => `took ${clock(seconds)}`,
  /** Seconds by which the call would end too late, negative when too early. */
  course: (over: number) => {
    if (over >= 30) return `${minutes(over)} min over`;
    return over <= -60 ? `${minutes(-over)} min to spare` : 'on time';
  },
  pause: 'Pause',
  goOn: 'Go on',
  paused: 'Paused',
  held: 'Only hosts and the reporter of the section on the stage write in this deck just now.',
  heldYours: 'Your section is on the stage: besides the hosts only its reporters write just now.',
  letAll: 'Let everybody write again',
  hand: {
    title: 'During the call',
    label: 'When the next section comes to the stage',
    options: [
      {
        value: 'offer',
        title: 'Offer its reporter to take over',
        text: 'One press is enough. Until then nothing changes.',
      },
      { value: 'keep', title: 'Leave it to whoever presents', text: 'Somebody else asks, or is handed the slides.' },
    ],
    // Another form on that page keeps something, too.
    save: 'Do it this way',
    saved: 'Kept. It holds from now on, also for a call that is live.',
    problem: 'Choose one of the two.',
  },
} as const;

/** A section of the running order, as far as its time is concerned. All times are seconds. */
export interface TimedSection {
  /** How long it is to take; null where nobody said so. */
  readonly planned: number | null;
  /** How long it took of late; null where that is not known. */
  readonly usual: number | null;
  /** Is not on the stage in this call. */
  readonly leftOut: boolean;
  /** Is ready, or has text to show. */
  readonly written: boolean;
  /** How long it was on the stage so far. */
  readonly spent: number;
}

export interface TimeToPlan {
  /** In the order of the text. */
  readonly sections: readonly TimedSection[];
  /** Number of the section on the stage; null while none is. */
  readonly current: number | null;
  /** How long the call may take; null where nobody said so. */
  readonly slot: number | null;
  /** How long the call has run, without pauses. */
  readonly elapsed: number;
}

/** `out` is not on the stage in this call, or has nothing to show. */
export type TimeState = 'past' | 'now' | 'coming' | 'out';

export interface SectionTime {
  readonly state: TimeState;
  /** How long it may take as things stand, or, once past, as it was planned; null where no time is planned for it. */
  readonly allotted: number | null;
  readonly spent: number;
  /** What is left of that; negative when it took longer. */
  readonly left: number | null;
}

export interface TimePlan {
  /** One for each section. */
  readonly sections: readonly SectionTime[];
  /** By how much the call ends too late if all that comes keeps its planned (or usual) time, negative when too early; null where no time is planned. */
  readonly over: number | null;
}

/** So short a look at a section ahead does not count as its turn. */
const GLANCE = 15;

/**
 * Shares what is left of a call over what is still to come. Without a slot, the planned times of what is shown are the slot, and only
 * sections that have one share it; within a slot each section weighs its planned time, else its usual one, else the mean of the
 * others (a bare heading: nothing). What a section on the stage may take stays as it was when it came there, whatever it spends. Total, linear.
 */
export function planTime({ sections, current, slot, elapsed }: TimeToPlan): TimePlan {
  const states = sections.map((_section, index) => stateOf(sections, current, index));
  const time = slot ?? plannedIn(sections);
  if (time === null)
    return { sections: sections.map(({ spent }, index) => untimed(states[index] ?? 'out', spent)), over: null };
  const { weights, expected } = weightsOf(sections, states, slot);
  const shares = sharesOf({ sections, states, weights, left: time - elapsed });
  return {
    sections: sections.map((section, index) => timed(section, states[index] ?? 'out', shares[index] ?? null)),
    over: elapsed + sum(expected.map((seconds, index) => toGo(states[index], seconds, sections[index]))) - time,
  };
}

function stateOf(sections: readonly TimedSection[], current: number | null, index: number): TimeState {
  const section = sections[index];
  if (index === current) return 'now';
  if (section === undefined) return 'out';
  // One that was jumped over has its turn to come, one that was passed through has had it.
  const passed = current !== null && index < current && section.spent > 0;
  if (passed || section.spent >= GLANCE) return 'past';
  return section.written && !section.leftOut ? 'coming' : 'out';
}

function plannedIn(sections: readonly TimedSection[]): number | null {
  const planned = sections.flatMap((section) => (section.leftOut || section.planned === null ? [] : [section.planned]));
  return planned.length === 0 ? null : sum(planned);
}

interface Weights {
  /** What a section counts when time is shared. */
  readonly weights: readonly number[];
  /** How long it is expected to take. */
  readonly expected: readonly number[];
}

function weightsOf(sections: readonly TimedSection[], states: readonly TimeState[], slot: number | null): Weights {
  if (slot === null) {
    const planned = sections.map((section) => section.planned ?? 0);
    return { weights: planned, expected: planned };
  }
  const own = sections.map(({ planned, usual }) => planned ?? usual);
  const known = own.filter((weight, index): weight is number => weight !== null && states[index] !== 'out');
  const shown = states.filter((state) => state !== 'out').length;
  // Where nothing is known of any, each has the same part of the slot; else one of which nothing is known keeps no plan.
  const alike = slot / Math.max(1, shown);
  const or = (other: number): readonly number[] =>
    // A bare heading takes no time from the others.
    own.map((weight, index) => weight ?? (sections[index]?.written === true ? other : 0));
  return known.length === 0
    ? { weights: or(alike), expected: or(alike) }
    : { weights: or(sum(known) / known.length), expected: or(0) };
}

interface ToShare {
  readonly sections: readonly TimedSection[];
  readonly states: readonly TimeState[];
  readonly weights: readonly number[];
  /** Of the call; negative once it is over time. */
  readonly left: number;
}

/** What each section that is on the stage or to come may take in all; null for the others, and where no time is planned. */
function sharesOf({ sections, states, weights, left }: ToShare): readonly (number | null)[] {
  const at = states.indexOf('now');
  const now = { weight: weights[at] ?? 0, spent: sections[at]?.spent ?? 0 };
  const coming = sum(weights.filter((_weight, index) => states[index] === 'coming'));
  // As if it came to the stage only now: what it spends is its own.
  const allotted = part(left + now.spent, now.weight, now.weight + coming);
  const rest = left - Math.max(0, (allotted ?? 0) - now.spent);
  return weights.map((weight, index) => {
    if (index === at) return allotted;
    return states[index] === 'coming' ? part(rest, weight, coming) : null;
  });
}

function part(of: number, weight: number, all: number): number | null {
  return weight <= 0 || all <= 0 ? null : (Math.max(0, of) * weight) / all;
}

function toGo(state: TimeState | undefined, seconds: number, section: TimedSection | undefined): number {
  if (state === 'coming') return seconds;
  return state === 'now' ? Math.max(0, seconds - (section?.spent ?? 0)) : 0;
}

function timed({ planned, spent }: TimedSection, state: TimeState, share: number | null): SectionTime {
  const allotted = state === 'past' ? planned : share;
  return { state, allotted, spent, left: allotted === null ? null : allotted - spent };
}

function untimed(state: TimeState, spent: number): SectionTime {
  return { state, allotted: null, spent, left: null };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTime, type TimedSection, type TimeToPlan } from './plan-time.ts';

const MINUTE = 60;

const section = (minutes: number | null, more: Partial<TimedSection> = {}): TimedSection => ({
  planned: minutes === null ? null : minutes * MINUTE,
  usual: null,
  leftOut: false,
  written: true,
  spent: 0,
  ...more,
});

/** What each may take, in minutes, with the state where it is not to come. */
function said(plan: Partial<TimeToPlan> & Pick<TimeToPlan, 'sections'>): readonly (string | null)[] {
  return planTime({ current: null, slot: null, elapsed: 0, ...plan }).sections.map(({ state, allotted }) => {
    const time = allotted === null ? '–' : String(Math.round((allotted / MINUTE) * 100) / 100);
    return state === 'coming' ? time : `${state} ${time}`;
  });
}

const over = (plan: Partial<TimeToPlan> & Pick<TimeToPlan, 'sections'>): number | null => {
  const seconds = planTime({ current: null, slot: null, elapsed: 0, ...plan }).over;
  return seconds === null ? null : seconds / MINUTE;
};

describe('the time of a call', () => {
  it('is not planned where nobody said anything', () => {
    const sections = [section(null, { usual: 60 }), section(null, { spent: 90 })];
    expect(said({ sections, current: 1 })).toEqual(['–', 'now –']);
    expect(over({ sections })).toBeNull();
  });

  it('is shared as it was planned where it suffices exactly', () => {
    expect(said({ sections: [section(2), section(4), section(4)] })).toEqual(['2', '4', '4']);
    expect(over({ sections: [section(2), section(4)] })).toBe(0);
  });

  it('leaves sections without a planned time alone where the call has no slot', () => {
    expect(said({ sections: [section(null, { usual: 60 }), section(4)] })).toEqual(['–', '4']);
  });

  it('is stretched over a longer slot by weight: planned, else usual, else the mean', () => {
    const sections = [section(4), section(null, { usual: 2 * MINUTE }), section(null)];
    expect(said({ sections, slot: 18 * MINUTE })).toEqual(['8', '4', '6']);
    // As on the board, what nobody planned or knows is not counted.
    expect(over({ sections, slot: 18 * MINUTE })).toBe(-12);
  });

  it('is shared alike in a slot of which nothing else is known', () => {
    expect(said({ sections: [section(null), section(null)], slot: 600 })).toEqual(['5', '5']);
    expect(
      over({ sections: [section(null, { spent: 420 }), section(null)], slot: 600, elapsed: 420, current: 1 }),
    ).toBe(2);
  });

  it('is not given to a bare heading on the stage', () => {
    const sections = [section(null, { written: false, spent: 30 }), section(4), section(4)];
    expect(said({ sections, slot: 600, current: 0, elapsed: 30 })).toEqual(['now –', '4.75', '4.75']);
  });

  it('goes to what is still to come and has something to show', () => {
    const sections = [
      section(2, { spent: 120 }),
      section(4, { leftOut: true }),
      section(4, { written: false }),
      section(4),
    ];
    // The slot is what is shown, 10 minutes; two of them are gone.
    expect(said({ sections, elapsed: 120, current: 3 })).toEqual(['past 2', 'out –', 'out –', 'now 8']);
  });

  it('takes an overrun from all that comes, and says so', () => {
    const sections = [section(2, { spent: 240 }), section(4), section(4)];
    expect(said({ sections, elapsed: 240, current: 1 })).toEqual(['past 2', 'now 3', '3']);
    expect(over({ sections, elapsed: 240, current: 1 })).toBe(2);
  });

  it('takes nothing from the others while a section keeps its time, and then what it needs', () => {
    const at = (spent: number) => [section(4, { spent }), section(4)];
    expect(said({ sections: at(60), elapsed: 60, current: 0 })).toEqual(['now 4', '4']);
    expect(said({ sections: at(360), elapsed: 360, current: 0 })).toEqual(['now 4', '2']);
    const [now] = planTime({ sections: at(360), elapsed: 360, current: 0, slot: null }).sections;
    expect(now?.left).toBe(-120);
  });

  it('takes one that was passed through as held, one that was jumped over or glanced at as to come', () => {
    const sections = [section(2, { spent: 3 }), section(2), section(2, { spent: 60 }), section(2, { spent: 5 })];
    const states = planTime({ sections, current: 2, slot: null, elapsed: 70 }).sections.map(({ state }) => state);
    expect(states).toEqual(['past', 'coming', 'now', 'coming']);
  });
});

const seconds = fc.integer({ min: 0, max: 4 * 3600 });
const sections = fc.array(
  fc.record({
    planned: fc.option(seconds),
    usual: fc.option(seconds),
    leftOut: fc.boolean(),
    written: fc.boolean(),
    spent: seconds,
  }),
  { maxLength: 40 },
);
const anything = fc
  .record({ sections, slot: fc.option(seconds), elapsed: seconds, place: fc.option(fc.nat()) })
  .map(({ place, ...rest }) => ({
    ...rest,
    current: place === null || rest.sections.length === 0 ? null : place % rest.sections.length,
  }));

/** What of it is to come, with the time of each. */
function toCome(input: TimeToPlan) {
  const plan = planTime(input);
  const coming = plan.sections.filter(({ state, allotted }) => state === 'coming' && allotted !== null);
  const now = plan.sections.find(({ state }) => state === 'now') ?? null;
  return { plan, coming, now };
}

const total = (times: readonly { readonly allotted: number | null }[]): number =>
  times.reduce((sum, { allotted }) => sum + (allotted ?? 0), 0);

describe('any plan', () => {
  it('gives away exactly what is left, and never less than nothing', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const { plan, coming, now } = toCome(input);
        const all = input.sections.flatMap(({ planned, leftOut }) => (leftOut || planned === null ? [] : [planned]));
        const time = input.slot ?? all.reduce((sum, each) => sum + each, 0);
        expect(plan.sections.every(({ allotted }) => allotted === null || allotted >= 0)).toBe(true);
        if (coming.length === 0) return;
        const given = total(coming) + Math.max(0, now?.left ?? 0);
        expect(given).toBeCloseTo(Math.max(0, time - input.elapsed), 4);
      }),
    );
  });

  it('has one section on the stage at most, and gives time only to what is shown', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const { plan } = toCome(input);
        expect(plan.sections).toHaveLength(input.sections.length);
        const onStage = plan.sections.flatMap(({ state }, index) => (state === 'now' ? [index] : []));
        expect(onStage).toEqual(input.current === null ? [] : [input.current]);
        for (const [index, { state, allotted, spent, left }] of plan.sections.entries()) {
          expect(left).toBe(allotted === null ? null : allotted - spent);
          expect(state === 'out' && allotted !== null).toBe(false);
          const { leftOut, written } = input.sections[index] ?? { leftOut: true, written: false };
          expect(state === 'coming' && (leftOut || !written)).toBe(false);
        }
      }),
    );
  });

  it('keeps what the section on the stage may take for as long as it is there', () => {
    fc.assert(
      fc.property(anything, seconds, (input, later) => {
        const { current, elapsed } = input;
        const after = {
          ...input,
          elapsed: elapsed + later,
          sections: input.sections.map((each, index) =>
            index === current ? { ...each, spent: each.spent + later } : each,
          ),
        };
        const [before, then] = [toCome(input).now, toCome(after).now];
        expect(then?.allotted ?? 0).toBeCloseTo(before?.allotted ?? 0, 6);
      }),
    );
  });

  it('is late by what was spent too much and no more', () => {
    fc.assert(
      fc.property(anything, seconds, (input, idle) => {
        const [before, then] = [planTime(input).over, planTime({ ...input, elapsed: input.elapsed + idle }).over];
        expect((then ?? 0) - (before ?? 0)).toBeCloseTo(before === null ? 0 : idle, 6);
      }),
    );
  });

  it('treats sections of one weight alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), seconds, seconds, (count, slot, elapsed) => {
        const plan = planTime({
          sections: Array.from({ length: count }, () => section(3)),
          current: null,
          slot,
          elapsed,
        });
        expect(new Set(plan.sections.map(({ allotted }) => allotted)).size).toBe(1);
      }),
    );
  });
});

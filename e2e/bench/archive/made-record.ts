import { createHash } from 'node:crypto';

import type { EditionContent } from '#lib/record/edition.ts';

import type { ZipfWords } from './zipf-words.ts';

export const TEAMS = [
  'IaaS',
  'IAM',
  'Ops',
  'Docs',
  'Quay',
  'Lights',
  'Cranes',
  'Ferries',
  'Harbour',
  'Storage',
  'Network',
  'Security',
];
const TOPICS = ['Welcome', 'Events', 'Goodbye'];
const REPORTERS = [
  'Ada Harbour',
  'Ben Quay',
  'Cleo Lamp',
  'Dana Reef',
  'Eli Pier',
  'Fay Tide',
  'Gus Rope',
  'Hana Sail',
];

interface MadeSlide {
  readonly key: string;
  readonly heading: string;
  readonly text: string;
}

/** A record as the bench writes it. */
export interface MadeRecord {
  /** The deck. */
  readonly text: string;
  readonly content: EditionContent;
  readonly slides: readonly MadeSlide[];
}

/**
 * Makes records like those of the corpus: about 25 slides in a dozen sections, half of the slides with at most 19 words, one in ten with 53
 * and more. Written out without our parser, which would take most of the time.
 */
export function recordMaker({ draw }: ZipfWords, random: () => number): (day: Date) => MadeRecord {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const sentence = (count: number): string => Array.from({ length: count }, draw).join(' ');
  const body = (): readonly string[] => {
    const lines: string[] = [];
    for (let left = Math.max(1, Math.round(19 * Math.exp(0.8 * normal()))); left > 0;) {
      const count = Math.min(left, 3 + Math.floor(random() * 9));
      lines.push(sentence(count));
      left -= count;
    }
    return lines;
  };
  const headings = (): readonly string[] => [
    TOPICS[0] ?? '',
    ...TEAMS.filter(() => random() < 0.85).map((team) => `Team ${team}`),
    ...TOPICS.slice(1),
  ];
  return (day) => {
    const deck = new DeckWriter();
    for (const heading of headings()) {
      const isTeam = heading.startsWith('Team');
      const reporter = isTeam ? (REPORTERS[Math.floor(random() * REPORTERS.length)] ?? null) : null;
      const more = Array.from({ length: isTeam ? Math.floor(random() * 3) : 0 }, () => sentence(3));
      deck.section(heading, reporter);
      deck.slide(heading, reporter === null ? body() : [`Report by ${reporter}`, ...body()]);
      for (const each of more) deck.slide(each, body());
    }
    return deck.made(day);
  };
}

/** Writes a deck with what an edition says of it. */
class DeckWriter {
  readonly #slides: (MadeSlide & { readonly source: string; readonly h: number; readonly v: number })[] = [];
  readonly #sections: { readonly title: string; readonly reporter: string | null; readonly fromSlide: number }[] = [];

  section(title: string, reporter: string | null): void {
    this.#sections.push({ title, reporter, fromSlide: this.#slides.length });
  }

  slide(heading: string, lines: readonly string[]): void {
    const h = this.#sections.length - 1;
    const v = this.#slides.length - (this.#sections.at(-1)?.fromSlide ?? 0);
    const separator = v > 0 ? '\n----\n\n' : h > 0 ? '\n---\n\n' : '';
    const source = `${separator}${v > 0 ? '##' : '#'} ${heading}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
    this.#slides.push({ key: String(v + 1), heading, text: [heading, ...lines].join('\n'), source, h, v });
  }

  made(day: Date): MadeRecord {
    let at = 0;
    const keys = this.#sections.map(({ title }) => title.toLowerCase().replaceAll(' ', '-'));
    const slides = this.#slides.map(({ key, source, h, v, heading }) => {
      const from = at;
      at += source.length;
      return {
        key,
        section: keys[h] ?? '',
        h,
        v,
        from,
        to: at,
        hash: sha256(source).slice(0, 12),
        heading,
        anchor: null,
      };
    });
    const text = this.#slides.map(({ source }) => source).join('');
    const content: EditionContent = {
      kind: 'slides',
      title: 'Harbour Community Call',
      startsAt: day.toISOString(),
      timeZone: 'UTC',
      hasTime: true,
      slides,
      sections: this.#sections.map(({ title, reporter, fromSlide }, index) => ({
        key: keys[index] ?? '',
        title,
        team: null,
        reporter,
        status: null,
        fromSlide,
        toSlide: this.#sections[index + 1]?.fromSlide ?? slides.length,
      })),
      assets: {},
      provenance: { type: 'import', file: 'x.md', sha256: sha256(text), importedAt: day.toISOString(), repairs: [] },
    };
    return {
      text,
      content,
      slides: this.#slides.map(({ key, heading, text: words }) => ({ key, heading, text: words })),
    };
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

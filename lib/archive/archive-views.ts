import type { FrontMatter } from '#lib/slides/front-matter.ts';
import type { SectionStatus } from '#lib/sections/running-order.ts';
import type { CallSummary, RecordSummary, SeriesReference } from '#lib/views.ts';

import type { ChangeCounts, WhatChanged } from './what-changed.ts';

export interface ArchiveTeam {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Degrees on the colour wheel. */
  readonly hue: number;
}

/** A section of a record as lists show it. */
export interface ReportedSection {
  readonly title: string;
  /** Null for a topic. */
  readonly team: ArchiveTeam | null;
  readonly reporter: string | null;
  readonly status: SectionStatus | null;
  /** Where it is read; null for one that was not on the slides. */
  readonly address: string | null;
}

/** A record as the archive shows it. */
export interface ArchivedCall {
  readonly record: RecordSummary;
  /** Address of the picture of its first slide, small; null without one. */
  readonly cover: string | null;
  readonly sections: readonly ReportedSection[];
}

export interface ArchiveYear {
  readonly year: number;
  /** How many records it has. */
  readonly count: number;
}

/** The archive of a series: its newest years, or one. */
export interface ArchiveView {
  readonly series: SeriesReference;
  /** All years that have records, newest first. */
  readonly years: readonly ArchiveYear[];
  readonly total: number;
  /** Years that are shown, newest first, in each the newest call first. */
  readonly shown: readonly { readonly year: number; readonly calls: readonly ArchivedCall[] }[];
  /** The year that was asked for, with who reported when; null for the newest years. */
  readonly glance: Glance | null;
}

/** Which teams reported when in one year. */
export interface Glance {
  readonly year: number;
  /** The calls of the year, the earliest first. */
  readonly calls: readonly CallSummary[];
  /** One row a team that was heard of in the year, in the order of the series; cells go with the calls. */
  readonly rows: readonly {
    readonly team: ArchiveTeam;
    readonly reported: number;
    readonly cells: readonly GlanceCell[];
  }[];
}

/** What a team did in a call: null where it was not heard of. */
export type GlanceCell = ReportedSection | null;

/** The words of a section. */
export interface SectionText {
  /** Markdown of each slide, without notes. */
  readonly slides: readonly string[];
  readonly frontMatter: Pick<FrontMatter, 'breaks' | 'lang' | 'dir'>;
  /** Picture address in the text → address to load. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** One team's report in a record, with what changed since its report before. */
export interface ReadReport extends ReportedSection {
  readonly kind: 'report';
  readonly call: CallSummary;
  readonly text: SectionText;
  readonly changes: Changes | null;
}

/** What changed in a section since the team's report before. */
export interface Changes {
  readonly since: CallSummary;
  readonly counts: ChangeCounts;
  readonly statements: WhatChanged;
}

/** Calls that went by without a word of a team, the latest first. */
export interface ReportGap {
  readonly kind: 'gap';
  readonly calls: readonly CallSummary[];
}

/** A part of what a team reported, newest first, and the gaps between. */
export interface TeamHistory {
  /** Calls on record since its first report, and in how many of them it reported or had nothing to report. */
  readonly calls: number;
  readonly reported: number;
  readonly nothing: number;
  /** Years in which it was heard of, newest first. */
  readonly years: readonly ArchiveYear[];
  readonly entries: readonly (ReadReport | ReportGap)[];
  /** Address of a call: earlier ones are on the next part; null on the last. */
  readonly earlier: string | null;
}

/** What each team said since a day, against its last report before. */
export interface SinceView {
  readonly series: SeriesReference;
  /** `2024-03-01`. */
  readonly date: string;
  readonly teams: readonly {
    readonly team: ArchiveTeam;
    /** Its newest report since that day; null where it was not heard of. */
    readonly latest: (ReportedSection & { readonly call: CallSummary }) | null;
    /** Null where nothing can be held against each other. */
    readonly changes: Changes | null;
    /** Its last report before; null without one. */
    readonly before: CallSummary | null;
  }[];
}

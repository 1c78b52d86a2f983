import { z } from 'zod';

import { dateSchema } from '#lib/calls/call-form.ts';

/** A file as it was brought: its path with `/` between folders, and its bytes. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What becomes of a text file: the record of a past call, the deck of a coming one, the series' template, a record of plain
 * minutes without slides, or nothing as long as nobody is sure.
 */
export const importKindSchema = z.enum(['record', 'call', 'template', 'minutes', 'unsure']);
export type ImportKind = z.infer<typeof importKindSchema>;

/** In order of trust. The last is when a repository had the file first. */
export type DateSource = 'file-name' | 'title-slide' | 'front-matter' | 'git-history';

/** Something a person should know of a file. Sentences are made of them by lib/messages. */
export type ImportProblem =
  | { readonly code: 'not-utf-8'; readonly offset: number }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'empty' }
  | { readonly code: 'front-matter'; readonly detail: string }
  | { readonly code: 'dates-disagree'; readonly dates: readonly FoundDate[] }
  | { readonly code: 'no-date' }
  | { readonly code: 'same-date'; readonly file: string }
  | { readonly code: 'same-bytes'; readonly file: string }
  /** The same words with other white space or line ends, or with characters that were encoded twice. */
  | { readonly code: 'same-text'; readonly file: string }
  | { readonly code: 'second-template'; readonly file: string }
  | { readonly code: 'not-a-picture' }
  /** `detail` is the whole sentence. */
  | { readonly code: 'unfit-picture'; readonly detail: string }
  | { readonly code: 'unknown-type' }
  /** Its name leads out of what was brought. */
  | { readonly code: 'outside' }
  | { readonly code: 'link' }
  | { readonly code: 'same-name' }
  | { readonly code: 'long-name' }
  | { readonly code: 'locked' }
  | { readonly code: 'damaged' }
  /** The JSON beside it is none that a Plenum wrote. */
  | { readonly code: 'beside'; readonly file: string }
  /** The series has no team of a name that the JSON beside it gives to a section. */
  | { readonly code: 'no-team'; readonly team: string }
  | { readonly code: 'failed'; readonly detail: string };

export interface FoundDate {
  readonly source: DateSource;
  /** `2024-12-12` */
  readonly date: string;
}

/** Characters that were encoded twice on their way (`â€“` for `–`). Repaired only on request. */
export interface MojibakeOffer {
  readonly count: number;
  /** First of them in its line, as it is and as it would be. */
  readonly before: string;
  readonly after: string;
}

/** What the JSON that a Plenum wrote beside a text knows better than the text. */
export interface Beside {
  /** Files of the import that are pictures of other servers, by their addresses in the text. */
  readonly pictures: readonly { readonly address: string; readonly file: string }[];
  /** Names of the teams whose sections are, where the headings do not say it; sections by key and title. */
  readonly teams: readonly { readonly section: string; readonly title: string; readonly team: string }[];
}

/** One line of the table that is edited before anything is written. */
export interface ImportRow {
  readonly file: string;
  readonly kind: ImportKind;
  readonly title: string;
  /** The most trusted date, or null. */
  readonly date: string | null;
  readonly dates: readonly FoundDate[];
  readonly slides: number;
  /** Picture addresses in the text: all, those without a file, those on other servers. */
  readonly pictures: {
    readonly addresses: readonly string[];
    readonly found: number;
    readonly missing: readonly string[];
    readonly foreign: readonly string[];
  };
  readonly mojibake: MojibakeOffer | null;
  /** Links to other decks that are among the files: they will lead to their calls here. */
  readonly links: number;
  /** Every address in it that may be another deck's. */
  readonly linked: readonly string[];
  /** What it was called on the server it is from, as far as its file tells. */
  readonly names: readonly string[];
  /** True when a byte order mark was taken off. */
  readonly byteOrderMark: boolean;
  readonly problems: readonly ImportProblem[];
  /** Address of the call it became when these very bytes were imported before (the template's for the template); else null. */
  readonly imported: string | null;
  /** What the JSON beside it knows; left out without one. */
  readonly beside?: Beside;
}

export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  /** Picture files that came along, and those among them that no text shows. */
  readonly pictures: { readonly files: number; readonly unused: readonly string[] };
  /** Files that are neither text nor picture. */
  readonly ignored: readonly { readonly file: string; readonly problem: ImportProblem }[];
}

/** What a person decided for one file. Files without a decision are left out. */
export const importDecisionSchema = z.object({
  file: z.string().max(1000),
  kind: importKindSchema,
  date: dateSchema.nullable().default(null),
  title: z.string().trim().max(200).optional(),
  /** Whether doubly encoded characters are mended. */
  repair: z.boolean().default(false),
});
export type ImportDecision = z.infer<typeof importDecisionSchema>;

export interface ImportedItem {
  readonly file: string;
  /** `unchanged`: these bytes are here already. `left-out`: unsure or without a date. `refused`: see its problems. */
  readonly outcome: 'record' | 'call' | 'template' | 'minutes' | 'unchanged' | 'left-out' | 'refused';
  readonly address: string | null;
  readonly date: string | null;
  readonly title: string;
  readonly slides: number;
  readonly repairs: readonly Repair[];
  /** Doubly encoded characters that came in as they were. */
  readonly mojibake: MojibakeOffer | null;
  readonly problems: readonly ImportProblem[];
}

export type Repair = 'byte-order-mark' | 'mojibake' | 'links';

/** What came in, what was repaired, what is missing. */
export interface ImportReport {
  readonly series: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly address: string;
    readonly created: boolean;
  };
  readonly items: readonly ImportedItem[];
  readonly pictures: {
    /** Distinct picture addresses in the texts of which a copy is kept. */
    readonly kept: number;
    /** Uploads and relative addresses without a file, each with the files that show it. */
    readonly missing: readonly { readonly address: string; readonly files: readonly string[] }[];
    /** How many were fetched from the server where they lay. */
    readonly fetched: number;
    /** On other servers: left as they are. */
    readonly foreign: readonly { readonly address: string; readonly files: readonly string[] }[];
    readonly unused: readonly string[];
  };
  readonly ignored: readonly { readonly file: string; readonly problem: ImportProblem }[];
}

/** Largest text file that becomes a deck: within the limit of 1,000,000 characters that a deck has. */
export const MAX_TEXT_BYTES = 1_000_000;

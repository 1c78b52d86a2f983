import { z } from 'zod';
import { isText } from '#lib/text-argument.ts';
import type { SeriesReference } from '#lib/views.ts';

/** How many pictures a page has. */
export const PICTURES_AT_ONCE = 48;
/** What nothing names any more is removed after so many days. */
export const UNUSED_DAYS = 30;
export const LONGEST_ALT = 500;
export const LONGEST_CREDIT = 200;

export const PICTURE_FILTERS = ['all', 'unused', 'undescribed', 'elsewhere', 'damaged'] as const;
export type PictureFilter = (typeof PICTURE_FILTERS)[number];

/** Which pictures somebody asks for, as the page's address says it: whatever is no answer counts as none. */
export const picturesAskedSchema = z.object({
  show: z.enum(PICTURE_FILTERS).catch('all'),
  search: z.string().trim().max(200).refine(isText).catch(''),
  /** Key of the last picture of the page before. */
  after: z.string().max(64).refine(isText).nullable().catch(null),
});
export type PicturesAsked = z.infer<typeof picturesAskedSchema>;

/** A deck or record that shows a picture. */
export interface PictureUse {
  readonly kind: 'deck' | 'template' | 'record';
  /** The call's title; the series' for its template. */
  readonly title: string;
  /** The call's day, `2024-12-12`; null for the template. */
  readonly date: string | null;
  readonly address: string;
  /** As the call's title picture. */
  readonly asTitle: boolean;
}

export interface SeriesPicture {
  readonly key: string;
  /** Where the picture itself is. */
  readonly address: string;
  /** A small one of it. */
  readonly thumbnail: string;
  /** Of the file that was brought in. */
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly broughtAt: string;
  readonly broughtBy: string | null;
  /** Where it was copied from. */
  readonly source: string | null;
  readonly alt: string;
  readonly credit: string;
  /** Decks first, then records, the newest first. */
  readonly uses: readonly PictureUse[];
  /** Places in decks that the visitor may write which show it without a description. */
  readonly undescribed: number;
  /** Since when nothing names it, and when it is removed. */
  readonly unused: { readonly since: string; readonly until: string } | null;
  readonly damagedSince: string | null;
}

/** The pictures of a series, one page of them, the newest first. */
export interface SeriesPicturesView {
  readonly series: SeriesReference;
  readonly asked: PicturesAsked;
  readonly pictures: readonly SeriesPicture[];
  /** How many of the whole series each filter shows. */
  readonly counts: Readonly<Record<PictureFilter, number>>;
  /** All together. */
  readonly bytes: number;
  /** What to ask for next; null on the last page. */
  readonly next: string | null;
  /** Whether pictures from other servers are shown as they are. */
  readonly foreignPictures: boolean;
  readonly may: { readonly describe: boolean; readonly manage: boolean };
}

export const descriptionFormSchema = z.object({
  alt: z.string().trim().max(LONGEST_ALT, 'alt').refine(isText, 'alt'),
  credit: z.string().trim().max(LONGEST_CREDIT, 'credit').refine(isText, 'credit'),
  /** Also in the places that have none. */
  spread: z.literal('on').optional(),
});
export type DescriptionForm = z.infer<typeof descriptionFormSchema>;

/** Where a description was written besides. */
export interface DescriptionKept {
  readonly places: number;
}

/** What a replacement changed: enough to take it back. */
export const replacementSchema = z.object({
  from: z.string().max(64),
  to: z.string().max(64),
  /** The row of each deck's log that did it. */
  decks: z
    .array(z.object({ id: z.string().max(64).refine(isText), seq: z.number().int().nonnegative() }))
    .max(1_000)
    .readonly(),
  /** Calls whose title picture it was. */
  calls: z.array(z.uuid()).max(1_000).readonly(),
});
export type Replacement = z.infer<typeof replacementSchema>;

/** An act that can be refused, and what it gives. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

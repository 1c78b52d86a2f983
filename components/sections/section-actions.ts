import type { SectionChange } from '#lib/sections/section-change.ts';
import type { LastSection } from '#lib/views.ts';

/** The path of a link that was just made, shown this once, or why there is none. */
export type SectionLink = { readonly path: string } | { readonly refusal: string };

/** What the pages of a deck can do with its sections, beside their text. */
export interface SectionActions {
  /** Changes one section. Answers null, or why not. */
  readonly change: (sectionId: string, change: SectionChange) => Promise<string | null>;
  /** Makes a link by which its holder writes this section as its reporter, until the call ends. */
  readonly link: (sectionId: string) => Promise<SectionLink>;
  /** What the sections said last time, or why that cannot be read. */
  readonly lastTime: () => Promise<{ readonly sections: readonly LastSection[] } | { readonly refusal: string }>;
}

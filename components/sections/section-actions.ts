import type { SectionChange } from '#lib/sections/section-change.ts';
import type { LastSection } from '#lib/views.ts';

/** What the pages of a deck can do with its sections, beside their text. */
export interface SectionActions {
  /** Changes one section. Answers null, or why not. */
  readonly change: (sectionId: string, change: SectionChange) => Promise<string | null>;
  /** What the sections said last time, or why that cannot be read. */
  readonly lastTime: () => Promise<{ readonly sections: readonly LastSection[] } | { readonly refusal: string }>;
}

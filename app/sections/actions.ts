'use server';

import { revalidatePath } from 'next/cache';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import type { SectionLink } from '#components/sections/section-actions.ts';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { sectionChangeSchema, type SectionChange } from '#lib/sections/section-change.ts';
import type { LastSection } from '#lib/views.ts';
import { createSectionLink } from '#server/accounts/section-links.ts';
import { changeSection } from '#server/sections/change-section.ts';
import { lastSections } from '#server/sections/last-sections.ts';

/** Changes one section. Answers null, or why not. */
export async function changeSectionAction(sectionId: string, change: SectionChange): Promise<string | null> {
  const parsed = sectionChangeSchema.safeParse(change);
  if (!parsed.success) return problemOf(parsed.error.issues[0]?.message);
  try {
    await changeSection(await currentVisitor(), sectionId, parsed.data);
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}

/** The same from the home page, which has no socket to hear of it by. */
export async function changeYoursAction(sectionId: string, change: SectionChange): Promise<string | null> {
  const refusal = await changeSectionAction(sectionId, change);
  if (refusal === null) revalidatePath(addresses.home());
  return refusal;
}

/** Makes a link by which its holder writes this section as its reporter, until the call ends. */
export async function createSectionLinkAction(sectionId: string): Promise<SectionLink> {
  try {
    return { path: await createSectionLink(await currentVisitor(), sectionId) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** What the sections of a deck said last time, or why that cannot be read. */
export async function lastSectionsAction(
  deckId: string,
): Promise<{ readonly sections: readonly LastSection[] } | { readonly refusal: string }> {
  try {
    return { sections: await lastSections(await currentVisitor(), deckId) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

function problemOf(code: string | undefined): string {
  const problems: Readonly<Record<string, string>> = messages.sections.problems;
  // What is wrong with a name its own schema says in a sentence.
  return problems[code ?? ''] ?? (code?.endsWith('.') === true ? code : messages.sections.problems.other);
}

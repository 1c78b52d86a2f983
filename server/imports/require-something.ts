import { Refusal } from '#lib/errors.ts';
import type { ImportDecision } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';

import type { ReadImport } from './read-plan.ts';

/** Refuses an import of which nothing would come, in one sentence that says why. */
export function requireSomething({ analysis }: ReadImport, decisions: readonly ImportDecision[]): void {
  const decided = new Set(
    decisions
      .filter(({ kind, date }) => kind === 'template' || (kind !== 'unsure' && date !== null))
      .map(({ file }) => file),
  );
  if (analysis.texts.some((text) => text.text !== null && decided.has(text.file))) return;
  const [unreadable] = analysis.texts.filter((text) => text.text === null);
  const [problem] = unreadable?.row.problems ?? [];
  if (unreadable !== undefined && problem !== undefined) {
    throw new Refusal(
      problem.code === 'too-large' ? 'too-large' : 'invalid',
      `${unreadable.file}: ${messages.importProblems.sentence(problem)}`,
    );
  }
  const files = analysis.texts.map(({ file }) => file).join(', ');
  throw new Refusal('invalid', `${messages.importProblems.nothingChosen} (${files})`);
}

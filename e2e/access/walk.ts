import { expect } from '@playwright/test';
import { test } from './house.ts';
import { eachRole, type Marks, type Role } from './roles.ts';

/** What a letter of a table is called in a sentence. */
export type Sayings = Readonly<Record<string, string>>;

/**
 * Asks the same for every role and compares the answers with the marks of a row; each role is a step that reads like a sentence. What
 * is answered with anything that is no mark comes as the words for it.
 */
export async function everyRole(
  { what, marks, says }: { readonly what: string; readonly marks: Marks; readonly says: Sayings },
  answer: (role: Role) => Promise<string>,
): Promise<void> {
  await Promise.all(
    eachRole(what, marks).map(({ role, mark }) => {
      const sentence = `${role}: ${what} → ${says[mark] ?? mark}`;
      return test.step(sentence, async () => {
        const got = await answer(role);
        expect.soft(`${role}: ${what} → ${says[got] ?? got}`).toBe(sentence);
      });
    }),
  );
}

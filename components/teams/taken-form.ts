import type { FormAction, FormState } from '#lib/forms/form-state.ts';
import { refusedWhole } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

/** The action of a form with what happens once it was taken. A server that cannot be reached is no reason to take the page away. */
export function whenTaken(action: FormAction, onTaken: () => void): FormAction {
  return async (before, fields) => {
    const after = await action(before, fields).catch(() => refusedWhole(messages.sections.problems.unreachable));
    if (wasTaken(after)) onTaken();
    return after;
  };
}

function wasTaken({ problems, refusal }: FormState): boolean {
  return refusal === null && Object.keys(problems).length === 0;
}

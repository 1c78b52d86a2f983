import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { refused, textFields } from './form-state.ts';

const schema = z.object({ name: z.string().min(1, { message: 'name' }), date: z.iso.date({ message: 'when' }) });

describe('a form that was refused', () => {
  it('has one sentence beside each field', () => {
    const result = schema.safeParse({ name: '', date: 'soon' });
    const state = result.success ? null : refused(result.error, { name: 'A name, please.', when: 'A date, please.' });
    expect(state).toEqual({ problems: { name: 'A name, please.', date: 'A date, please.' }, refusal: null });
  });

  it('gives the text fields alone', () => {
    const fields = new FormData();
    fields.set('name', 'Ada');
    fields.set('$ACTION_1', 'x');
    fields.set('file', new Blob(['x']));
    expect(textFields(fields)).toEqual({ name: 'Ada' });
  });
});

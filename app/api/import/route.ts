import { Refusal } from '#lib/errors.ts';
import type { RunTarget } from '#lib/imports/import-run.ts';
import { importStartSchema, type ImportTarget } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { openRun } from '#server/imports/open-run.ts';
import { answerImport } from './answer.ts';

/** Begins an import: where its files are from and where they go (JSON). They follow to `/api/import/<id>/files` or `/zip`. */
export async function POST(request: Request): Promise<Response> {
  return answerImport(request, async (visitor) => {
    const asked = importStartSchema.safeParse(await request.json().catch(() => null));
    if (!asked.success) throw new Refusal('invalid', messages.bring.notUnderstood);
    const { source, target, options } = asked.data;
    const { id } = await openRun(visitor, { source, target: targetOf(target), options });
    return { type: 'begun', id };
  });
}

function targetOf(target: ImportTarget): RunTarget {
  if (target.type === 'series') return { series: target.slug };
  const form = seriesFormSchema.safeParse(target);
  if (!form.success) throw new Refusal('invalid', messages.imports.seriesMissing);
  return { form: form.data };
}

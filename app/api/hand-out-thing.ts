import { handOut } from '#app/api/hand-out.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { exportFile, profileOf, type ExportFile } from '#server/export/export-file.ts';
import type { ExportedThing } from '#server/export/find-taken.ts';
import { addressOf } from '#server/http/client-address.ts';
import { limit } from '#server/limits/limit.ts';

/** Answers with an edition or a deck in a form; `?profile` says for whom the Markdown is written. Whoever goes away stops the work. */
export function handOutThing(request: Request, thing: ExportedThing, form: string): Promise<Response> {
  return handOut(made(request, thing, form));
}

async function made(request: Request, thing: ExportedThing, form: string): Promise<ExportFile> {
  // A browser of its own for some seconds each.
  if (form === 'pdf') await limit('pdf.address', addressOf(request.headers));
  const profile = profileOf(new URL(request.url).searchParams.get('profile'));
  return exportFile(await currentVisitor(), thing, { form, profile, signal: request.signal });
}

import { handOut } from '#app/api/hand-out.ts';
import { zipWish } from '#app/api/zip-wish.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { everythingZip } from '#server/export/export-zip.ts';

/** Everything that whoever asks may read, as a zip; by `?profile`, of one `?year`. */
export async function GET(request: Request): Promise<Response> {
  return handOut(everythingZip(await currentVisitor(), zipWish(request)));
}

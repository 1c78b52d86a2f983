import { currentVisitor } from '#app/current-visitor.ts';
import { findPlaces } from '#server/search/find-places.ts';

const LONGEST = 2_000;

/** Places to go to, for the palette: those that go with `q`, and what can be done on the page `at`. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const [q, at] = ['q', 'at'].map((name) => (searchParams.get(name) ?? '').slice(0, LONGEST).replaceAll('\0', ''));
  const places = await findPlaces(await currentVisitor(), q ?? '', at ?? '');
  return Response.json(places, { headers: { 'Cache-Control': 'private, no-store' } });
}

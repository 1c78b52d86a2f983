import { currentVisitor } from '#app/current-visitor.ts';
import { Refusal } from '#lib/errors.ts';
import { ownData } from '#server/people/own-data.ts';

/** Everything that is kept of whoever asks, as a JSON file. */
export async function GET(): Promise<Response> {
  try {
    const data = JSON.stringify(await ownData(await currentVisitor()), null, 2);
    return new Response(`${data}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="plenum-own-data.json"',
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(`${error.message}\n`, {
      status: 401,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}

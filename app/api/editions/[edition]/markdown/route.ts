import { currentVisitor } from '#app/current-visitor.ts';
import type { RouteProps } from '#app/route-props.ts';
import { Refusal } from '#lib/errors.ts';
import { editionMarkdown } from '#server/archive/edition-markdown.ts';

/** The Markdown of an edition as a file, byte for byte. What one may not read is not found. */
export async function GET(_request: Request, { params }: Pick<RouteProps<'edition'>, 'params'>): Promise<Response> {
  const { edition } = await params;
  try {
    const { bytes, fileName } = await editionMarkdown(await currentVisitor(), edition);
    return new Response(bytes, {
      headers: {
        'Content-Type': 'text/markdown; charset=utf-8',
        'Content-Disposition': `attachment; filename="${fileName}"`,
        'Cache-Control': 'private, no-cache',
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(`${error.message}\n`, {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}

import { Refusal } from '#lib/errors.ts';
import { REFUSAL_STATUS } from '#server/http/refusal-status.ts';
import type { ExportFile } from '#server/export/export-file.ts';

/** Answers with a file to save, never to be shown here; what one may not read is not found, and everything refused is a sentence. */
export async function handOut(making: Promise<ExportFile>): Promise<Response> {
  try {
    const { fileName, type, body } = await making;
    return new Response(body, {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${fileName.replaceAll(/[^\w.@-]/g, '-')}"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
        // If a browser showed it all the same: it would have no origin, run nothing and load nothing.
        'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(`${error.message}\n`, {
      status: HIDDEN.has(error.code) ? 404 : REFUSAL_STATUS[error.code],
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}

/** Whether something is there or not is none of the business of who may not read it. */
const HIDDEN = new Set(['not-found', 'not-allowed', 'sign-in-first']);

import { currentVisitor } from '#app/current-visitor.ts';
import { isOwnOrigin } from '#app/own-origin.ts';
import type { ImportFile } from '#lib/imports/import-plan.ts';
import {
  importRequestSchema,
  type ImportAnswer,
  type ImportRequest,
  type ImportTarget,
} from '#lib/imports/import-wire.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { planImport } from '#server/imports/plan-import.ts';
import { runImport, type ImportTarget as ServerTarget } from '#server/imports/run-import.ts';
import { log } from '#server/log.ts';

/** Reads imported files, or brings them in: a multipart body of `request` (JSON) and `files`, each named by its path. Answers JSON lines. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusal(403, messages.imports.elsewhere);
  const visitor = await currentVisitor();
  // Before the body is read: it is held in memory whole, which nobody without an account may ask of us.
  if (visitor.person?.signedIn !== true) return refusal(401, messages.imports.signIn);
  const body = await request.formData().catch(() => null);
  const asked = importRequestSchema.safeParse(parseJson(body?.get('request')));
  if (body === null || !asked.success) return refusal(400, messages.imports.failed);
  const files = await filesOf(body);
  return lines(200, async (send) => {
    try {
      send(
        await done(visitor, asked.data, {
          files,
          onProgress: (count, of) => send({ type: 'progress', done: count, of }),
        }),
      );
    } catch (error) {
      send({ type: 'refused', message: error instanceof Refusal ? error.message : messages.imports.failed });
      if (!(error instanceof Refusal)) log.error('import failed', { error });
    }
  });
}

interface Work {
  readonly files: readonly ImportFile[];
  readonly onProgress: (done: number, of: number) => void;
}

async function done(
  visitor: Visitor,
  { target, decisions }: ImportRequest,
  { files, onProgress }: Work,
): Promise<ImportAnswer> {
  if (decisions === null) {
    return {
      type: 'plan',
      plan: await planImport(visitor, { files, series: target.type === 'series' ? target.slug : null }),
    };
  }
  return {
    type: 'report',
    report: await runImport(visitor, { files, target: serverTarget(target), decisions, onProgress }),
  };
}

function serverTarget(target: ImportTarget): ServerTarget {
  if (target.type === 'series') return { series: target.slug };
  const form = seriesFormSchema.safeParse(target);
  if (!form.success) throw new Refusal('invalid', messages.imports.seriesMissing);
  return { form: form.data };
}

async function filesOf(body: FormData): Promise<readonly ImportFile[]> {
  const files = body.getAll('files').filter((entry) => entry instanceof File);
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

function parseJson(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : null;
  } catch {
    return null;
  }
}

function refusal(status: number, message: string): Response {
  return lines(status, async (send) => send({ type: 'refused', message }));
}

/** A response whose lines are sent while the work goes on. */
function lines(status: number, work: (send: (answer: ImportAnswer) => void) => Promise<void>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      await work((answer) => controller.enqueue(encoder.encode(`${JSON.stringify(answer)}\n`)));
      controller.close();
    },
  });
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' },
  });
}

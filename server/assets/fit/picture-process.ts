import { writeFile } from 'node:fs/promises';

import { Refusal } from '#lib/errors.ts';

import { TOO_MUCH_MEMORY, type PictureJob } from './picture-job.ts';
import type { MadePicture, PictureReply } from './picture-reply.ts';

// A process of its own for what libraries do with files of strangers: what kills or fills it costs one picture.

/** All of this process together, in bytes: the last line, should a picture take more than its header says. */
const MAX_MEMORY = 270_000_000;
const LOOK_EVERY_MS = 10;

async function make({ input, output, extension }: PictureJob): Promise<MadePicture> {
  // Loaded when they are needed: a document in memory is as large as a photograph.
  const made =
    extension === 'svg'
      ? await (await import('./make-svg.ts')).makeSvg(input)
      : await (await import('./make-raster.ts')).makeRaster(input, extension);
  const { bytes, ...picture } = made;
  await writeFile(output, bytes);
  return picture;
}

async function replyTo(job: PictureJob): Promise<PictureReply> {
  // The library works in threads of its own, so that this is heard meanwhile.
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > MAX_MEMORY) process.exit(TOO_MUCH_MEMORY);
  }, LOOK_EVERY_MS);
  try {
    return { outcome: 'made', ...(await make(job)), rss: process.memoryUsage.rss() };
  } catch (error) {
    const rss = process.memoryUsage.rss();
    if (error instanceof Refusal)
      return {
        outcome: 'refused',
        code: error.code === 'too-large' ? 'too-large' : 'invalid',
        message: error.message,
        rss,
      };
    return { outcome: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error), rss };
  } finally {
    clearInterval(watch);
  }
}

process.on('message', (job) => {
  // The only one who can say anything is the process that started this one.
  void replyTo(job as PictureJob).then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit());

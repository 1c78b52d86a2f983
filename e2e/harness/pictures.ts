import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** A file for a browser, as Playwright takes it. */
export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture of one colour with a stripe of another, in the type of its name. */
export async function pictureFile(name: string, hue: number, width = 400, height = 300): Promise<PictureFile> {
  const stripe = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 60% 55%)"/><rect y="40%" width="100%" height="20%" fill="hsl(${hue + 90} 50% 35%)"/></svg>`,
  );
  const isPhoto = name.endsWith('.jpg');
  const buffer = isPhoto ? await sharp(stripe).jpeg().toBuffer() : await sharp(stripe).png().toBuffer();
  return { name, mimeType: isPhoto ? 'image/jpeg' : 'image/png', buffer };
}

/** Pastes files, or drops them, where the selector leads. */
export async function giveFiles(
  page: Page,
  { how, selector }: { readonly how: 'paste' | 'drop'; readonly selector: string },
  files: readonly PictureFile[],
): Promise<void> {
  const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
  await page.locator(selector).evaluate(
    (target, { kind, given }) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      const box = target.getBoundingClientRect();
      const at = { clientX: box.left + 5, clientY: box.top + 5, bubbles: true, cancelable: true };
      if (kind === 'paste')
        target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
      else {
        target.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, ...at }));
        target.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, ...at }));
      }
    },
    { kind: how, given: plain },
  );
}

/** A picture by chance, as a JPEG: no two are the same, and nothing makes it much smaller. */
export async function noise(width = 32, height = 24): Promise<Buffer> {
  const raw = { width, height, channels: 3 } as const;
  return sharp(randomBytes(width * height * 3), { raw })
    .jpeg({ quality: 80 })
    .toBuffer();
}

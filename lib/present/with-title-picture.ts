import { messages } from '#lib/messages/en.ts';
import type { TitlePicture } from '#lib/pictures/title-picture.ts';
import { escapeMarkdown } from './escape-markdown.ts';

const SLIDE_COMMENT = /<!--[^]*?-->/g;
const BACKGROUND = /\s*data-background(?:-image|-size|-position|-opacity)?\s*=\s*(?:"[^"]*"|'[^']*')/g;
const NOTE = /^note:/im;

/** The body of a call's first slide with the picture behind it, in place of what was written there by hand, and with its credit. */
export function withTitlePicture(body: string, { reference, credit, shows }: TitlePicture): string {
  const plain = body.replaceAll(SLIDE_COMMENT, (comment) =>
    comment.includes('.slide:') ? comment.replaceAll(BACKGROUND, '') : comment,
  );
  const behind = `<!-- .slide: data-background-image="${reference}" data-background-size="cover" data-background-opacity="${shows / 100}" -->`;
  const notes = NOTE.exec(plain)?.index ?? plain.length;
  const [shown, said] = [plain.slice(0, notes), plain.slice(notes)];
  const by = credit === '' ? '' : `<small>${messages.present.pictureBy(escapeMarkdown(credit))}</small>\n\n`;
  return `${behind}\n\n${shown.trim()}\n\n${by}${said}`;
}

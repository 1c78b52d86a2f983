import { createHash } from 'node:crypto';

import { escapeHtml } from '#lib/export/escape-html.ts';
import { slideRenderer } from '#lib/render/render-slide.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { readStageFile } from '#server/stage/stage-files.ts';

/** The stage as one document that needs nothing else, and what its policy must allow. */
export interface FrameDocument {
  readonly markup: string;
  /** Sources for `script-src`. */
  readonly scripts: readonly string[];
  /** The policy that stands in it, for whoever serves it with headers. */
  readonly policy: string;
}

/** Slides whose headings become bookmarks, by the keys of their message; only printing asks for them. */
export interface FrameUse {
  readonly print: boolean;
  readonly sections: readonly string[];
  readonly title: string;
}

/**
 * The stage document with its script, styles, fonts and the parts that this deck needs in itself. Its policy lets those scripts run and nothing
 * be loaded at all: no host, no file, no frame.
 */
export function frameDocument(model: DeckModel, { print, sections, title }: FrameUse): FrameDocument {
  const needs = partsOf(model);
  // Parts leave what they can in an object that the stage makes elsewhere: here they come first.
  const scripts = ['window.stageParts = {};', ...needs.scripts.map((name) => scriptText(name)), scriptText('stage.js')];
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  const policy = `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
  const styles = needs.styles.map((name) => styleText(name, model.text));
  const markup = `<!doctype html>
<html${print ? ' data-print="file"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body data-sections="${sections.join(' ')}"><div class="reveal"><div class="slides"></div></div>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
  return { markup, scripts: hashes, policy };
}

/** As text between script tags. In a string or a pattern, which is where code has such letters, the added stroke says nothing. */
export function scriptText(name: string): string {
  return readStageFile(name)
    .toString('utf8')
    .replaceAll(/<\/(script)/gi, String.raw`<\/$1`)
    .replaceAll('<!--', String.raw`<\!--`);
}

interface Needs {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Formulas, diagrams and colours of code: each a script of its own, which most decks do without. */
function partsOf(model: DeckModel): Needs {
  const render = slideRenderer({ breaks: model.frontMatter.breaks });
  const html = model.slides.map(({ source }) => render(source)).join('\n');
  const math = html.includes('class="math');
  const diagrams = /<code class="[^"]*\bmermaid\b/.test(html);
  const code = /<pre[^>]*><code class="(?!mermaid")/.test(html);
  return {
    scripts: [math ? 'katex.js' : '', code ? 'highlight.js' : '', diagrams ? 'mermaid.js' : ''].filter(
      (name) => name !== '',
    ),
    styles: ['stage.css', ...(math ? ['katex.css'] : [])],
  };
}

const FONT_FACE = /@font-face\s*\{[^}]*\}/g;
const FONT_FILE = /url\(\s*["']?(?:\.\/)?([\w.-]+\.woff2)["']?\s*\)/g;
/** What the files for Latin alone lack. */
const EXTENDED = /[\u0100-\u024F\u1E00-\u1EFF\u20A0-\u20CF]/;

/** With fonts in itself; those for further letters only where the text has such. */
function styleText(name: string, text: string): string {
  const css = readStageFile(name)
    .toString('utf8')
    .replaceAll(/<\//g, String.raw`<\/`);
  const extended = EXTENDED.test(text);
  return css.replaceAll(FONT_FACE, (face) =>
    !extended && face.includes('latin-ext')
      ? ''
      : face.replaceAll(
          FONT_FILE,
          (_, file: string) => `url(data:font/woff2;base64,${readStageFile(file).toString('base64')})`,
        ),
  );
}

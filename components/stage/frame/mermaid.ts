/** What is used of Mermaid, whose file comes without types. */
export interface Mermaid {
  readonly initialize: (config: Readonly<Record<string, unknown>>) => void;
  readonly render: (id: string, source: string, workbench: Element) => Promise<{ readonly svg: string }>;
}

/** A picture of a diagram. */
export interface DiagramPicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

const CONFIG = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  htmlLabels: false,
  flowchart: { htmlLabels: false, useMaxWidth: false },
  // A font that the picture has too: fonts of a page do not reach into pictures.
  fontFamily: 'system-ui, sans-serif',
  // The line under a label would strike its words through.
  themeCSS: '.edgeLabel rect, .edgeLabel .background { opacity: 1; fill: #fff; }',
  maxTextSize: 20_000,
  maxEdges: 300,
  // What a diagram may not set by `%%{init: …}%%`, besides what Mermaid itself protects.
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'suppressErrorRendering',
    'maxTextSize',
    'maxEdges',
    'htmlLabels',
    'themeCSS',
    'fontFamily',
    'altFontFamily',
    'dompurifyConfig',
    'arrowMarkerAbsolute',
  ],
};

/** Mermaid as its script has left it in the window, set up for hostile text. */
export function takeMermaid(): Mermaid | undefined {
  const mermaid = (window as { mermaid?: Mermaid }).mermaid;
  mermaid?.initialize(CONFIG);
  return mermaid;
}

// Shapes with pictures and styles with addresses would load something while the diagram is measured; an escape could hide a word.
const LOADING = /\burl\s*\(|\bimg\s*:|\\[0-9a-f]/i;
// Mermaid looks at labels as HTML in the document itself. `<br>` and `<<interface>>` mean something to it; of other tags it gets the words.
const TAG = /<br\s*\/?>|<<[\w -]+>>|<(?=[a-z!/?])/gi;
// A menu at a participant is opened by a handler in its attribute, which the frame's policy refuses; and a picture has no menus.
const MENU = /^[ \t]*links?[ \t][^:\n]*:.*$/gim;
let count = 0;

/**
 * Draws a diagram as a picture: an SVG in the address of an image, in which nothing runs, loads or is a part of the document. It
 * throws what Mermaid throws at a mistake.
 */
export async function drawDiagram(mermaid: Mermaid, source: string): Promise<DiagramPicture> {
  if (LOADING.test(source)) throw new Error('A diagram loads nothing.');
  const workbench = document.body.appendChild(document.createElement('div'));
  workbench.className = 'workbench';
  try {
    const { svg } = await mermaid.render(`diagram-${++count}`, tamed(source), workbench);
    return pictureOf(svg);
  } finally {
    workbench.remove();
  }
}

/** The source without what Mermaid would do to the document, line by line as it was. */
function tamed(source: string): string {
  return source.replace(MENU, '').replace(TAG, (found) => (found === '<' ? '#lt;' : found));
}

function pictureOf(markup: string): DiagramPicture {
  const svg = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg');
  const [, , width = 0, height = 0] = (svg?.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (svg === null || !(width > 0 && height > 0)) throw new Error('Mermaid drew nothing.');
  svg.removeAttribute('style');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  const xml = new XMLSerializer().serializeToString(svg);
  return { address: `data:image/svg+xml,${encodeURIComponent(xml)}`, width, height };
}

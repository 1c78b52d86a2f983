import { stage } from '#lib/messages/stage.ts';
import { drawDiagram, type DiagramPicture, type Mermaid } from './mermaid.ts';
import type { PartLoader } from './part-loader.ts';

/** What came of a diagram's source. */
type Drawn = { readonly picture: DiagramPicture } | { readonly mistake: string };

const MAX_KNOWN = 100;
// A diagram is drawn for a page; on a slide it is read from further away, as far as it has room.
const SCALE = 1.6;
const MAX_HEIGHT = 480;

/** The diagrams of all slides, drawn one after the other. What was drawn once is there at once when it is shown again. */
export class Diagrams {
  readonly #loader: PartLoader<Mermaid>;
  readonly #known = new Map<string, Drawn>();
  #queue: Promise<void> = Promise.resolve();

  constructor(loader: PartLoader<Mermaid>) {
    this.#loader = loader;
  }

  /** The pictures of diagrams that a slide shows, in order. */
  static in(section: HTMLElement): readonly HTMLImageElement[] {
    return [...section.querySelectorAll<HTMLImageElement>('pre.diagram > img')];
  }

  /** Draws the diagrams of a slide. Until each is done, the picture that was in its place before stays, else its source. */
  draw(section: HTMLElement, before: readonly HTMLImageElement[], changed: () => void): void {
    [...section.querySelectorAll<HTMLElement>('pre > code.mermaid')].forEach((code, index) => {
      const block = code.parentElement;
      if (block === null) return;
      const place = { block, code, source: code.textContent, before: before[index] };
      const known = this.#known.get(place.source);
      if (known !== undefined) return show(place, known);
      if (place.before !== undefined) showPicture(place, place.before);
      this.#queue = this.#queue.then(() => this.#drawLater(place, changed));
    });
  }

  async #drawLater(place: Place, changed: () => void): Promise<void> {
    // Its slide has been filled again, or is gone.
    if (!place.block.isConnected) return;
    const mermaid = this.#loader.part ?? (await this.#loader.load().catch(() => null));
    if (mermaid === null) return;
    const drawn = this.#known.get(place.source) ?? (await drawnOf(mermaid, place.source));
    this.#remember(place.source, drawn);
    show(place, drawn);
    changed();
  }

  #remember(source: string, drawn: Drawn): void {
    this.#known.delete(source);
    this.#known.set(source, drawn);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** The `pre` that holds a diagram. It stays, with its attributes and its step; what is in it changes. */
interface Place {
  readonly block: HTMLElement;
  readonly code: HTMLElement;
  readonly source: string;
  readonly before: HTMLImageElement | undefined;
}

async function drawnOf(mermaid: Mermaid, source: string): Promise<Drawn> {
  try {
    return { picture: await drawDiagram(mermaid, source) };
  } catch (error) {
    return { mistake: mistakeOf(String(error), source.trim().split('\n').length) };
  }
}

/** A parser that misses an end finds that out below the last line. */
function mistakeOf(error: string, lines: number): string {
  const line = /line (\d{1,4})/.exec(error)?.[1];
  return line === undefined ? stage.diagram.mistake : stage.diagram.mistakeAt(Math.min(Number(line), lines));
}

function show(place: Place, drawn: Drawn): void {
  if ('mistake' in drawn) return showMistake(place, drawn.mistake);
  const { address, width, height } = drawn.picture;
  // The same picture as before is the same element, so that nobody sees it come.
  const same = place.before?.src === address ? place.before : undefined;
  const image = same ?? document.createElement('img');
  const scale = Math.min(SCALE, MAX_HEIGHT / height);
  image.src = address;
  image.alt = /^\s*accTitle\s*:\s*(.+)$/m.exec(place.source)?.[1]?.trim() ?? place.source.trim();
  image.style.width = `${Math.round(width * scale)}px`;
  image.style.aspectRatio = `${width} / ${height}`;
  showPicture(place, image);
}

function showPicture({ block }: Place, image: HTMLImageElement): void {
  block.classList.add('diagram');
  block.replaceChildren(image);
}

function showMistake({ block, code }: Place, mistake: string): void {
  const message = document.createElement('span');
  message.className = 'mistake';
  message.textContent = mistake;
  block.classList.remove('diagram');
  block.replaceChildren(code, message);
}

/** Loads a part that few decks need: a script beside the frame's own, perhaps with its styles, once and when it is first asked for. */
export class PartLoader<Part> {
  readonly #files: readonly string[];
  readonly #take: () => Part | undefined;
  #loading: Promise<Part> | null = null;
  #part: Part | null = null;

  /** `take` finds what the script has left in the window. */
  constructor(files: readonly string[], take: () => Part | undefined) {
    this.#files = files;
    this.#take = take;
  }

  /** The part when it is there already. */
  get part(): Part | null {
    return this.#part;
  }

  load(): Promise<Part> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      // The next slide that needs it asks again.
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<Part> {
    const part = this.#take() ?? (await this.#fetched());
    if (part === undefined) throw new Error(`${this.#files.join(', ')} left nothing behind.`);
    this.#part = part;
    return part;
  }

  /** A document that stands alone has the script in itself. */
  async #fetched(): Promise<Part | undefined> {
    await Promise.all(this.#files.map(loadFile));
    return this.#take();
  }
}

function loadFile(name: string): Promise<void> {
  return new Promise((loaded, failed) => {
    const element = name.endsWith('.css') ? stylesOf(name) : scriptOf(name);
    element.addEventListener('load', () => loaded());
    element.addEventListener('error', () => {
      element.remove();
      failed(new Error(`${name} did not load.`));
    });
    document.head.append(element);
  });
}

function stylesOf(name: string): HTMLElement {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = name;
  return link;
}

function scriptOf(name: string): HTMLElement {
  const element = document.createElement('script');
  element.src = name;
  return element;
}

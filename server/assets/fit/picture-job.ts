/** What `picture-process.ts` is asked for: to make the file at `input` fit, at `output`. */
export interface PictureJob {
  readonly input: string;
  readonly output: string;
  /** What the first bytes are. */
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'avif' | 'svg';
}

/** The code with which the process ends itself when a picture takes too much memory. */
export const TOO_MUCH_MEMORY = 77;

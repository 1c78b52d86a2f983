/** Draws a formula into an element; a mistake in it shows its source. */
export type DrawFormula = (element: HTMLElement, tex: string, display: boolean) => void;

/** Code as HTML with its words in spans by kind; the language is guessed when nobody knows its name. */
export type ColourCode = (code: string, language: string) => string;

/** Scripts that the frame loads when a deck needs them leave here what they can do. The frame makes the object before any of them. */
export interface StageParts {
  drawFormula?: DrawFormula;
  colourCode?: ColourCode;
}

declare global {
  interface Window {
    stageParts: StageParts;
  }
}

import { chance } from './chance.ts';

const WORDS =
  'harbour pier quay rope boat tide light storm crane deck anchor chart wind wave keeper net sail mast buoy dock'.split(
    ' ',
  );
const SLIDES = 25;

/** Decks of about 25 slides, one a day from 1951 on, made one at a time so that nobody has to hold them all. */
export function* madeDecks(count: number): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const random = chance(11);
  const line = (words: number): string => Array.from({ length: words }, () => WORDS[random(WORDS.length)]).join(' ');
  for (let index = 0; index < count; index += 1) {
    const day = new Date(Date.UTC(1951, 0, 1 + index)).toISOString().slice(0, 10);
    const slides = Array.from(
      { length: SLIDES - 1 },
      (_none, slide) =>
        `\n---\n\n## ${slide % 3 === 0 ? 'Team ' : ''}${line(2)}\n\n- ${line(9)}\n- ${line(7)}\n- ${line(11)}\n`,
    );
    const text = `---\ntitle: Harbour call\n---\n\n# Harbour call ${day}\n\n${line(6)} ${index}\n${slides.join('')}`;
    yield { name: `${day.slice(0, 4)}/${day}.md`, bytes: new TextEncoder().encode(text) };
  }
}

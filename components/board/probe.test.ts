import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Awareness } from 'y-protocols/awareness';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { editDeckText } from '#lib/deck/edit-text.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { BoardMoves } from './board-moves.ts';
import { missingTeams } from './board-facts.ts';

const DECK = ['A', 'B', 'C', 'D'].map((n) => `# ${n}\n\nwords of ${n}\n`).join('\n---\n\n');
function setup() {
  const doc = createDeckDoc(); deckText(doc).insert(0, DECK);
  const other = createDeckDoc(); Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const session = { connection: { doc, text: deckText(doc), awareness: new Awareness(doc) }, models: { refresh: () => parseDeck(readDeckText(doc)) }, sections: { order: { getSnapshot: () => ({ teams: [], headings: [], sections: [] }) } } };
  return { doc, other, moves: new BoardMoves(session as any) };
}
const sync = (a: Y.Doc, b: Y.Doc) => { for (let i=0;i<3;i++) { Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'w'); Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'w'); } };
const type = (d: Y.Doc, after: string, w: string) => { const at = readDeckText(d).indexOf(after) + after.length; deckText(d).insert(at, w); };
it.each([[1,2],[2,1],[1,3],[3,1],[0,1]])('undo plain %i %i', (f,t) => { const { doc, moves } = setup(); expect(moves.move(f,t)).toBe(true); moves.undo(); expect(readDeckText(doc)).toBe(DECK); moves.close(); });
it.each([[1,2],[2,1],[1,3],[3,1]])('typed before move arrives (stray), undo %i %i', (f,t) => {
  const { doc, other, moves } = setup(); moves.move(f,t); for (const x of 'ABCD') type(other, `words of ${x}`, ` s${x}`); sync(doc, other); moves.undo(); sync(doc, other);
  expect(readDeckText(doc)).toBe(DECK.replace(/words of (.)/g, 'words of $1 s$1')); moves.close(); });
it.each([[1,2],[2,1],[1,3],[3,1]])('typed after move, undo %i %i', (f,t) => {
  const { doc, other, moves } = setup(); moves.move(f,t); sync(doc, other); for (const x of 'ABCD') type(other, `words of ${x}`, ` s${x}`); sync(doc, other); moves.undo(); sync(doc, other);
  expect(readDeckText(doc)).toBe(DECK.replace(/words of (.)/g, 'words of $1 s$1')); moves.close(); });
function add(text: string, name: string, before: number) { const doc = createDeckDoc(); deckText(doc).insert(0, text); const { text: tt, sections } = parseDeck(text); const at = sections[before]?.range.from ?? tt.length; const parts=[tt.slice(0,at).trimEnd(), `---\n\n# ${name}`, tt.slice(at).trimStart()]; editDeckText(doc, parts.filter((p)=>p!=='').join('\n\n').trimEnd()+'\n', 'b'); return readDeckText(doc); }
it.each([['first of plain', DECK, 0],['first of fm', `---\ntitle: x\n---\n\n${DECK}`,0],['empty','',0],['middle',DECK,1],['end',DECK,4],['vertical','# A\n\n---\n\n# S\n\n----\n\n# T\n',2]])('add %s', (_n, text, at) => { const out = add(text, 'X', at); const m = parseDeck(out); console.log(_n, JSON.stringify(m.sections.map(s=>s.title)), JSON.stringify(out.slice(0,80)), m.slides.length); });

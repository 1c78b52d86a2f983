import { seededRandom } from './seeded-random.ts';

const WORDS =
  'harbour lamp crane quay tide ferry rope signal buoy anchor pilot storm cargo chart engine deck crew mooring beacon pier hull sail watch fog gauge berth dredger winch ledger permit repair painting night morning delivery report'.split(
    ' ',
  );
/** A team's part: its own slide and this many below. */
const SLIDES_A_TEAM = 5;

/** A deck as communities write them: front matter, a style block, a slide a team, nested lists, links, some pictures. */
export function deckText(slides: number): string {
  const random = seededRandom(slides);
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const words = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, word).join(' ');
  const parts: string[] = [TITLE];
  for (let index = 1; index < slides; index++) {
    const opens = index % SLIDES_A_TEAM === 1;
    const team = `Team ${WORDS[Math.floor(index / SLIDES_A_TEAM) % WORDS.length]} ${Math.floor(index / SLIDES_A_TEAM)}`;
    const content = opens ? teamSlide(team, word()) : topicSlide({ team, index, words });
    parts.push(opens ? '---' : '----', content);
  }
  return `${parts.join('\n\n')}\n`;
}

/** The middle slide: one with lists, where people write. */
export function middleOf(slides: number): number {
  return Math.floor(slides / 2 / SLIDES_A_TEAM) * SLIDES_A_TEAM + 3;
}

function teamSlide(team: string, reporter: string): string {
  return `# ${team}\n\nReport by <a href="https://harbour.example.org/${reporter}">@${reporter}</a>`;
}

interface Topic {
  readonly team: string;
  readonly index: number;
  readonly words: (least: number, most: number) => string;
}

function topicSlide({ team, index, words }: Topic): string {
  const lines = [`## ${team} - ${words(2, 4)}`, ''];
  for (let item = 0; item < 3; item++) {
    lines.push(`* ${words(4, 10)}`, `    * **${words(1, 2)}** ${words(3, 8)}`);
    lines.push(`    * [${words(1, 3)}](https://harbour.example.org/${index}/${item}) ${words(2, 6)}`);
  }
  if (index % 12 === 0) lines.push('', `![${words(2, 3)}](lamp.png =64x64)`);
  return lines.join('\n');
}

const TITLE = `---
title: Harbour Community Call
type: slide
tags: harbour
slideOptions:
  theme: white
  transition: slide
---

<style>
    .slides h1 { font-size: 32px; color: #50c3a5; }
    .slides h2 { font-size: 28px; color: #0f5fe1; }
    .slides h3, .slides h4 { font-size: 20px; }
    .slides li, .slides p { font-size: 16px; font-family: lato; }
    .slides ul { display: block!important; }
</style>

# <font color="#50c3a5" style="text-shadow: -1px 1px 0 #FFF, 1px 1px 0 #FFF;">Harbour</font>
## <font color="#0f5fe1">Community Call</font>

Presented by <a href="https://harbour.example.org/ada">@ada</a>`;

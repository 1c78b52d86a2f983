import { describe, expect, it } from 'vitest';

import { applyChanges } from '#lib/deck/edit-text.ts';

import { describeChanges, renameChanges } from './picture-edits.ts';

const OLD = 'assets/0123456789abcdef.png';
const NEW = 'assets/fedcba9876543210.webp';
const isOld = (address: string): boolean => address.replace(/^\.\//, '') === OLD;

describe('a description', () => {
  it.each([
    [`![](${OLD})`, `![A \\[red\\] mole](${OLD})`],
    [`a ![ ]( <${OLD}> =30x) b`, `a ![A \\[red\\] mole]( <${OLD}> =30x) b`],
    [`![](./${OLD})![](${NEW})`, `![A \\[red\\] mole](./${OLD})![](${NEW})`],
    [`![Said](${OLD}) [](${OLD}) <img src="${OLD}">`, null],
    [`\`\`\`\n![](${OLD})\n\`\`\``, null],
  ])('goes where there is none: %j', (text, described) => {
    expect(applyChanges(text, describeChanges(text, isOld, ' A [red]\nmole '))).toBe(described ?? text);
  });

  it('that says nothing is written nowhere', () => {
    expect(describeChanges(`![](${OLD})`, isOld, ' ')).toEqual([]);
  });
});

describe('another picture', () => {
  it('is named wherever a deck names the first', () => {
    const text = (one: string) =>
      [
        '---',
        `parallaxBackgroundImage: '${one}'`,
        '---',
        `<!-- .slide: data-background-image="${one}" data-background-opacity="0.3" -->`,
        `![x \\[1\\] [2]](${one} "title" =300x200) ![](${NEW})`,
        `<img width=3 src="${one}" />`,
        '![by name][one]',
        '',
        `[one]: ${one}`,
        `<style>.slides { background: url("${one}") }</style>`,
      ].join('\n');
    const changes = renameChanges(text(OLD), isOld, NEW);
    expect(changes).toHaveLength(6);
    expect(applyChanges(text(OLD), changes)).toBe(text(NEW));
  });

  it('is not named in code', () => {
    const text = `\`\`\`\n![](${OLD})\n\`\`\`\n![](${OLD})`;
    expect(applyChanges(text, renameChanges(text, isOld, NEW))).toBe(`\`\`\`\n![](${OLD})\n\`\`\`\n![](${NEW})`);
  });
});

import { describe, expect, it } from 'vitest';

import { parseDeck } from '#lib/slides/parse-deck.ts';

import { defaultTemplate } from './default-template.ts';
import { seedText } from './seed-text.ts';

const values = { title: 'Harbour call', date: '2026-12-03', series: 'Harbour', teams: [] };

describe('the text of a new call', () => {
  it('has title and date where the template leaves them open', () => {
    expect(seedText('# {{title}}\n\n## {{ date }}\n', values)).toBe('# Harbour call\n\n## 2026-12-03\n');
  });

  it('has the date also where a template from elsewhere leaves it open', () => {
    expect(seedText('Call 202X-XX-XX, YYYY-MM-DD', values)).toBe('Call 2026-12-03, 2026-12-03');
    expect(seedText('ABC2XX-XX-XX and 2024-05-02', values)).toBe('ABC2XX-XX-XX and 2024-05-02');
  });

  it('has a section for each team of the series, where the template has one for any', () => {
    const template =
      '# {{series}}\n\n---\n\n# {{team}}\n\nReport by {{reporter}}\n\n----\n\n## More of {{team}}\n\n---\n\n# Team Ops\n';
    const text = seedText(template, { ...values, teams: ['Team Quay', 'Team Ops', 'Team $& Lights'] });
    expect(parseDeck(text).sections.map((section) => section.title)).toEqual([
      'Harbour',
      'Team Quay',
      'Team $& Lights',
      'Team Ops',
    ]);
    expect(text).toContain('## More of Team Quay');
    expect(text).toContain('Report by {{reporter}}');
    expect(seedText(template, values)).toContain('# {{team}}');
  });

  it('keeps the front matter readable whatever the title', () => {
    const title = 'The "big": {{date}} $& call';
    expect(
      parseDeck(
        seedText('---\ntitle: "{{title}}"\n---\n\n# {{title}}\n', {
          ...values,
          title: title.replace('{{date}}', 'one'),
        }),
      ).frontMatter.title,
    ).toBe('The "big": one $& call');
  });
});

describe('our own template', () => {
  it('is a deck without problems, with a section for each part of a call', () => {
    const model = parseDeck(seedText(defaultTemplate, values));
    expect(model.problems).toEqual([]);
    expect(model.frontMatter.title).toBe('Harbour call');
    expect(model.sections.map((section) => section.title)).toEqual([
      'Harbour call',
      'Welcome',
      'Team One',
      'Team Two',
      'Team Three',
      'Events',
      'Announcements',
      'Thank you',
    ]);
    expect(model.text).not.toContain('{{');
  });
});

import { describe, expect, it } from 'vitest';
import { slideRenderer } from './render-slide.ts';

const render = slideRenderer({ breaks: true });
const card = (name: string, address: string): string =>
  `<a class="embed" href="${address}"><span class="embed-name">${name}</span> <span class="embed-address">${address}</span></a>`;

describe('an embed', () => {
  it.each([
    ['{%youtube 1G4isv_Fylg %}', card('YouTube', 'https://www.youtube.com/watch?v=1G4isv_Fylg')],
    ['{%vimeo 76979871%}', card('Vimeo', 'https://vimeo.com/76979871')],
    ['{%gist schacon/4277%}', card('GitHub Gist', 'https://gist.github.com/schacon/4277')],
    ['{%speakerdeck sugarenia/xxlcss-how %}', card('Speaker Deck', 'https://speakerdeck.com/sugarenia/xxlcss-how')],
    ['{%slideshare a/b-c%}', card('SlideShare', 'https://www.slideshare.net/a/b-c')],
    ['{%pdf https://x.example/a.pdf?b=1&c=2 %}', card('PDF', 'https://x.example/a.pdf?b=1&amp;c=2')],
    ['{%pdf https://x.example/"><img> %}', card('PDF', 'https://x.example/%22%3E%3Cimg%3E')],
  ])('%j is a card', (source, html) => {
    expect(render(source).trim()).toBe(`<p>${html}</p>`);
  });

  it.each(['{%youtube short %}', '{%vimeo abc %}', '{%pdf javascript:alert(1) %}', '{%pdf a.pdf %}', '{%other x %}'])(
    '%j stays text',
    (source) => {
      expect(render(source).trim()).toBe(`<p>${source}</p>`);
    },
  );

  it.each([
    [
      '<iframe width="560" src="https://www.youtube.com/embed/1G4isv_Fylg?start=3" allowfullscreen></iframe>',
      card('YouTube', 'https://www.youtube.com/watch?v=1G4isv_Fylg'),
    ],
    ["<iframe src='//x.example/a?b=1&amp;c=2'></iframe>", card('x.example', 'https://x.example/a?b=1&amp;c=2')],
    ['<video src=https://x.example/a.mp4 controls></video>', `<p>${card('Video', 'https://x.example/a.mp4')}</p>`],
    [
      '<div><video controls><source src="https://x.example/a.mp4"></video></div>',
      `<div>${card('x.example', 'https://x.example/a.mp4')}</div>`,
    ],
    ['words <audio src="https://x.example/a.mp3"></audio>', `<p>words ${card('Audio', 'https://x.example/a.mp3')}</p>`],
  ])('%j is a card too', (source, html) => {
    expect(render(source).trim()).toBe(html);
  });

  it.each([
    ['<iframe src="javascript:alert(1)">', '&lt;iframe src="javascript:alert(1)">'],
    ['<iframe srcdoc="<b>x</b>">', '&lt;iframe srcdoc="<b>x</b>">'],
    ['<iframe data-src="https://x.example/">', '&lt;iframe data-src="https://x.example/">'],
    ['the <video> tag', '<p>the &lt;video> tag</p>'],
  ])('%j is text', (source, html) => {
    expect(render(source).trim()).toBe(html);
  });
});

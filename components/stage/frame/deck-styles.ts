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
  if (rule instanceof CSSMediaRule) return groupOf(`@media ${rule.conditionText}`, rule);
  if (rule instanceof CSSSupportsRule) return groupOf(`@supports ${rule.conditionText}`, rule);
  return '';
}

function groupOf(head: string, { cssRules }: CSSMediaRule | CSSSupportsRule): string {
  return loneRule(`${head} {}`) === null ? '' : `${head} {\n${rulesOf(cssRules)}\n}`;
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
  if (declarations.length === 0 || selectors === '') return '';
  const text = `${selectors} { ${declarations.join(' ')} }`;
  return holdsOnlyAllowed(loneRule(text)) ? text : '';
}

/**
 * The rule that a text is when it is one rule from end to end. Browsers write out what was never closed as it stands
 * (`color: var(--x, (`), and a selector that was cut in the wrong place may have lost a quote: such text would swallow the rules
 * after it, or turn what was a string into rules.
 */
function loneRule(text: string): CSSRule | null {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${text}\nend {}`);
  const [rule, end] = sheet.cssRules;
  const whole = sheet.cssRules.length === 2 && end instanceof CSSStyleRule && end.selectorText === 'end';
  return whole ? (rule ?? null) : null;
}

function holdsOnlyAllowed(rule: CSSRule | null): boolean {
  return (
    rule instanceof CSSStyleRule &&
    rule.cssRules.length === 0 &&
    [...rule.style].every((property) => isAllowedDeclaration(property, rule.style.getPropertyValue(property)))
  );
}

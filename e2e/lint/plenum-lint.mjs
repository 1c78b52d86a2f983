// Rules of the house that oxlint does not bring: words come from the catalogue, files are named after what they hold.

const SPOKEN = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
]);
const BANNED = /^(utils?|helpers?|common|misc|types|index)\.[cm]?[jt]sx?$/;
const HAS_LETTER = /\p{L}{2}/u;

const literalText = {
  create(context) {
    const report = (node) => context.report({ node, message: 'Text that people read comes from lib/messages.' });
    const isText = (node) => node?.type === 'Literal' && typeof node.value === 'string' && HAS_LETTER.test(node.value);
    return {
      JSXText: (node) => HAS_LETTER.test(node.value) && report(node),
      JSXExpressionContainer: (node) => node.parent.type === 'JSXElement' && isText(node.expression) && report(node),
      JSXAttribute: (node) => SPOKEN.has(node.name.name) && isText(node.value) && report(node),
    };
  },
};

const fileName = {
  create(context) {
    return {
      Program(node) {
        const name = context.filename.split(/[\\/]/).at(-1);
        if (BANNED.test(name))
          context.report({ node, message: `${name} says nothing: name the file after what it holds.` });
      },
    };
  },
};

export default { meta: { name: 'plenum' }, rules: { 'literal-text': literalText, 'file-name': fileName } };

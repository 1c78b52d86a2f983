import markdownIt, { type MarkdownIt } from 'markdown-it';
import abbr from 'markdown-it-abbr';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import ins from 'markdown-it-ins';
import mark from 'markdown-it-mark';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import { boundedLabels } from './bounded-labels.ts';
import { containerRules } from './container-rules.ts';
import { embedRule } from './embed-rule.ts';
import { emojiRule } from './emoji-rule.ts';
import { fenceRule } from './fence-rule.ts';
import { imageSizeRule } from './image-size-rule.ts';
import { linkifyRule } from './linkify-rule.ts';
import { mathRule } from './math-rule.ts';
import { quoteTagRule } from './quote-tag-rule.ts';
import { taskListRule } from './task-list-rule.ts';
import { tocRule } from './toc-rule.ts';

/** How a deck wants its Markdown read. */
export interface MarkdownOptions {
  /** Whether a single line break in a paragraph shows as one. */
  readonly breaks: boolean;
}

/** The Markdown of decks: what HedgeDoc 1.12 understands, as a list in order. Stateless: one parser renders any number of slides. */
export function slideMarkdown({ breaks }: MarkdownOptions): MarkdownIt {
  return markdownIt({ html: true, breaks, linkify: true, typographer: true, langPrefix: '' })
    .use(boundedLabels)
    .use(linkifyRule)
    .use(abbr)
    .use(deflist)
    .use(footnote)
    .use(mark)
    .use(ins)
    .use(sub)
    .use(sup)
    .use(mathRule)
    .use(imageSizeRule)
    .use(taskListRule)
    .use(emojiRule)
    .use(containerRules)
    .use(fenceRule)
    .use(quoteTagRule)
    .use(tocRule)
    .use(embedRule);
}

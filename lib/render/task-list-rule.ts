import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const TASK = /^\[([ xX])\](?=\s|$)/;

/** List items that begin with `[ ]` or `[x]` get a box that shows it. It cannot be clicked: the text is the truth. */
export function taskListRule(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'task-lists', (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type === 'inline' && opensItem(state.tokens, index)) checkItem(state, token);
    });
  });
}

function opensItem(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.type === 'paragraph_open' && tokens[index - 2]?.type === 'list_item_open';
}

function checkItem(state: StateCore, inline: Token): void {
  const first = inline.children?.[0];
  const mark = first?.type === 'text' ? TASK.exec(first.content)?.[1] : undefined;
  if (first === undefined || mark === undefined) return;
  first.content = first.content.slice(3);
  const box = new state.Token('task_box', 'input', 0);
  box.attrs = [
    ['type', 'checkbox'],
    ['disabled', ''],
  ];
  if (mark !== ' ') box.attrs.push(['checked', '']);
  inline.children = [box, ...(inline.children ?? [])];
}

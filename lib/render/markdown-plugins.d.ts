// These plugins of markdown-it come without types. Each is a function that takes the parser.
declare module 'markdown-it-abbr' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(markdown: MarkdownIt): void;
}
declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(markdown: MarkdownIt): void;
}
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(markdown: MarkdownIt): void;
}
declare module 'markdown-it-ins' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(markdown: MarkdownIt): void;
}
declare module 'markdown-it-mark' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(markdown: MarkdownIt): void;
}
declare module 'markdown-it-sub' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(markdown: MarkdownIt): void;
}
declare module 'markdown-it-sup' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(markdown: MarkdownIt): void;
}
declare module 'markdown-it-container' {
  import type { MarkdownIt, Token } from 'markdown-it';
  interface ContainerOptions {
    readonly validate?: (info: string) => boolean;
    readonly render?: (tokens: readonly Token[], index: number) => string;
  }
  export default function plugin(markdown: MarkdownIt, name: string, options?: ContainerOptions): void;
}

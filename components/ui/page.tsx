import type { ReactNode } from 'react';

/** The column of a page, `narrow` for forms. All begin at the same left edge, under the name in the header. */
export function Page({
  width = 'wide',
  children,
}: {
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
}) {
  return (
    <div className="mx-auto w-full max-w-[70rem] px-4 pt-6 pb-16 tablet:px-8 tablet:pt-10">
      {width === 'narrow' ? <div className="max-w-[36rem]">{children}</div> : children}
    </div>
  );
}

interface PageTitleProps {
  /** Where this page belongs: a link, or a line of small capitals. */
  readonly above?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one h1 of a page with what stands around it. */
export function PageTitle({ above, title, lead, actions }: PageTitleProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 flex-1 basis-80">
        {above !== undefined && <div className="mb-1.5 text-14 text-soft">{above}</div>}
        <h1 className="text-31 font-semibold tracking-tight tablet:text-39">{title}</h1>
        {lead !== undefined && <div className="mt-3 max-w-[65ch] text-16 text-soft">{lead}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** A part of a page under a small heading and a hairline. */
export function PagePart({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="mb-12">
      <div className="flex items-baseline justify-between gap-4 border-b border-line pb-2">
        <h2 className="label-caps">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

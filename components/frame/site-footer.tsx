import { messages } from '#lib/messages/en.ts';

/** Addresses that whoever runs the site has set; null leaves the link out. */
export interface FooterLinks {
  readonly imprint: string | null;
  readonly privacy: string | null;
}

/** The line below every page. */
export function SiteFooter({ links }: { readonly links: FooterLinks }) {
  const shown = [
    { href: links.imprint, title: messages.frame.footer.imprint },
    { href: links.privacy, title: messages.frame.footer.privacy },
  ].filter(({ href }) => href !== null);
  return (
    <footer className="border-t border-line print:hidden">
      <div className="mx-auto flex w-full max-w-[70rem] flex-wrap items-center justify-between gap-x-8 gap-y-1 px-4 py-5 text-14 text-soft tablet:px-8">
        <p>{messages.frame.claim}</p>
        {shown.length > 0 && (
          <nav aria-label={messages.frame.footer.label} className="flex gap-6">
            {shown.map(({ href, title }) => (
              <a
                key={title}
                href={href ?? undefined}
                rel="noreferrer"
                className="flex min-h-11 items-center underline-offset-4 hover:text-ink hover:underline tablet:min-h-0"
              >
                {title}
              </a>
            ))}
          </nav>
        )}
      </div>
    </footer>
  );
}

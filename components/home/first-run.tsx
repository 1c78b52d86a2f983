import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { BinLink } from './bin-link.tsx';

const words = messages.home.first;
const DOORS = [
  { href: addresses.newSeries(), ...words.start },
  { href: addresses.import(), ...words.import },
  { href: addresses.sample(), ...words.sample },
];

/** The three doors of an instance without any series. */
export function FirstRun({ inBin }: { readonly inBin: number }) {
  return (
    <Page>
      <PageTitle title={words.title} lead={words.lead} />
      <ol className="border-t border-line">
        {DOORS.map((door, index) => (
          <li key={door.href} className="border-b border-line">
            <Link
              href={door.href}
              className="group -mx-4 grid grid-cols-[2.5rem_1fr] items-baseline gap-y-1 px-4 py-6 hover:bg-well tablet:grid-cols-[4rem_15rem_1fr_auto] tablet:gap-x-6"
            >
              <span className="tabular text-25 font-light text-soft" aria-hidden="true">
                {index + 1}
              </span>
              <h2 className="text-20 font-semibold">{door.title}</h2>
              <p className="col-start-2 max-w-[52ch] text-16 text-soft tablet:col-start-3">{door.text}</p>
              <span className="col-start-2 inline-flex items-center gap-1.5 pt-1 text-14 font-semibold text-accent group-hover:text-accent-strong tablet:col-start-4 tablet:pt-0">
                {door.go}
                <ArrowRight className="size-4" aria-hidden="true" />
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <BinLink inBin={inBin} />
    </Page>
  );
}

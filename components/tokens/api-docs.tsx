import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { OperationLine } from '#lib/api/operation-line.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.api;
const BASE = '/api/v1';

interface ApiDocsProps {
  readonly operations: readonly OperationLine[];
  /** Where the site is, `https://plenum.example.org`. */
  readonly site: string;
}

/** What programs can do, operation by operation. */
export function ApiDocs({ operations, site }: ApiDocsProps) {
  return (
    <Page>
      <PageTitle title={words.title} lead={words.lead} />
      <div className="mb-10 flex max-w-[65ch] flex-col gap-3 text-16">
        <p>{words.tokenText}</p>
        <p>{words.public}</p>
        <p>
          <a href={addresses.apiDocument()} className="link-text">
            {words.document}
          </a>
        </p>
      </div>
      {operations.map((operation) => (
        <PagePart key={operation.id} title={operation.summary}>
          <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pt-3 font-mono text-14 [overflow-wrap:anywhere]">
            <span>
              <span className="font-semibold">{operation.method}</span> {`${BASE}${operation.path}`}
            </span>
            <span className="font-sans text-14 text-soft">
              {words.needs} {operation.scope}
            </span>
          </p>
          <pre className="mt-3 rounded-6 bg-well px-4 py-3 font-mono text-12 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {shellLine(operation, site)}
          </pre>
        </PagePart>
      ))}
    </Page>
  );
}

function shellLine({ method, path, body }: OperationLine, site: string): string {
  const address = `${site}${BASE}${path}`;
  const sent = {
    none: '',
    json: ` \\\n  -H 'Content-Type: application/json' -d '{ … }'`,
    markdown: ` \\\n  -H 'Content-Type: text/markdown' --data-binary @deck.md`,
  }[body];
  return `curl${method === 'GET' ? '' : ` -X ${method}`} -H "Authorization: Bearer $TOKEN"${sent} \\\n  '${address}'`;
}

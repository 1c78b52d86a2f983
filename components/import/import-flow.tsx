'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Problem } from '#components/ui/field.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { addresses } from '#lib/addresses.ts';
import type { ImportStart } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { ImportChoose } from './import-choose.tsx';
import { ImportRefusal, startImport, type ChosenFile } from './import-client.ts';
import type { ImportSeries } from './import-target-fields.tsx';

const words = messages.bring;

interface ImportFlowProps {
  readonly series: readonly ImportSeries[];
  /** Slug of the series to begin with; empty for a new one. */
  readonly into: string;
  readonly zones: readonly string[];
}

/** Beginning an import: from where, into what; then the files are sent, and its own page goes on. */
export function ImportFlow({ series, into, zones }: ImportFlowProps) {
  const router = useRouter();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const all = files.reduce((sum, { file }) => sum + file.size, 0);
  const begin = async (start: ImportStart): Promise<void> => {
    setRefusal(null);
    setSent(0);
    try {
      const id = await startImport(start, start.source.type === 'git' ? [] : files, setSent);
      router.push(addresses.importRun(id));
    } catch (error) {
      setRefusal(error instanceof ImportRefusal ? error.message : messages.imports.failed);
      setSent(null);
    }
  };
  return (
    <>
      {refusal !== null && (
        <div className="mb-6">
          <Problem>{refusal}</Problem>
        </div>
      )}
      {/* What was filled in is there again when something is refused. */}
      <div hidden={sent !== null}>
        <ImportChoose
          series={series}
          into={into}
          zones={zones}
          files={files}
          onFiles={setFiles}
          onRefuse={setRefusal}
          onBegin={(start) => void begin(start)}
        />
      </div>
      {sent !== null && (
        <div className="max-w-[38rem]">
          <Progress
            label={words.sending}
            done={sent}
            of={all}
            count={sent >= all ? words.unpacking : words.sent(megabytes(sent), megabytes(all))}
          />
          <p className="mt-4 text-14 text-soft">{words.staySending}</p>
        </div>
      )}
    </>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

import type { RecordView as Record } from '#lib/views.ts';
import { RecordStage } from './record-stage.tsx';

interface RecordViewProps {
  readonly record: Record;
  /** Address of the stage document. */
  readonly stage: string;
  /** Running number of the slide to begin with. */
  readonly startAt: number;
  /** Whether the page's address follows the slide. */
  readonly followAddress: boolean;
}

/** What was kept of a call: slides on the stage, or plain minutes as text to read, shown as they were written. */
export function RecordView({ record, stage, startAt, followAddress }: RecordViewProps) {
  if (record.kind === 'minutes') {
    return (
      <div className="max-w-[72ch] font-read text-16 leading-[1.65] [overflow-wrap:anywhere] whitespace-pre-wrap">
        {record.text}
      </div>
    );
  }
  const { text, slides, sections, pictures } = record;
  return (
    <RecordStage
      record={{ text, slides, sections, pictures }}
      stage={stage}
      startAt={startAt}
      followAddress={followAddress}
    />
  );
}

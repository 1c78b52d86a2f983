import type { RecordView as Record } from '#lib/views.ts';
import { Minutes } from './minutes.tsx';
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

/** What was kept of a call: slides on the stage, or plain minutes to read. */
export function RecordView({ record, stage, startAt, followAddress }: RecordViewProps) {
  if (record.kind === 'minutes') return <Minutes record={record} />;
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

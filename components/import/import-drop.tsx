'use client';

import { FolderOpen, Upload } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import { filesOfDrop, filesOfInput, isArchive, isText, usable } from './chosen-files.ts';
import type { ChosenFile } from './import-client.ts';

const words = messages.imports;

interface ImportDropProps {
  readonly files: readonly ChosenFile[];
  readonly onChoose: (files: readonly ChosenFile[]) => void;
}

/** Where files are dropped or chosen; says what it holds. */
export function ImportDrop({ files, onChoose }: ImportDropProps) {
  const [over, setOver] = useState(false);
  const add = (more: readonly ChosenFile[]) => {
    const names = new Set(more.map(({ name }) => name));
    onChoose([...files.filter(({ name }) => !names.has(name)), ...usable(more)]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesOfDrop(event.dataTransfer).then(add);
  };
  return (
    <div
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className="flex min-h-40 flex-col items-center justify-center gap-4 rounded-6 border border-dashed border-edge bg-sheet px-4 py-8 text-center data-[over=true]:border-solid data-[over=true]:border-accent data-[over=true]:bg-accent-wash"
    >
      {files.length === 0 ? (
        <div className="flex flex-col gap-1">
          <p className="text-16 text-soft pointer-coarse:hidden">{words.drop}</p>
          <p className="text-14 text-soft">{messages.bring.dropHint}</p>
        </div>
      ) : (
        <Chosen files={files} onClear={() => onChoose([])} />
      )}
      <Pickers onPick={add} />
    </div>
  );
}

function Pickers({ onPick }: { readonly onPick: (files: readonly ChosenFile[]) => void }) {
  const several = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap justify-center gap-2">
      <input
        ref={several}
        type="file"
        multiple
        hidden
        accept=".md,.markdown,.txt,.json,.zip,image/*"
        aria-label={words.choose}
        data-testid="import-files"
        onChange={(event) => onPick(filesOfInput(event.target.files))}
      />
      <input
        ref={(input) => {
          input?.setAttribute('webkitdirectory', '');
          folder.current = input;
        }}
        type="file"
        hidden
        aria-label={words.chooseFolder}
        onChange={(event) => onPick(filesOfInput(event.target.files))}
      />
      <Button onClick={() => several.current?.click()}>
        <Upload className="size-4" aria-hidden="true" />
        {words.choose}
      </Button>
      <Button onClick={() => folder.current?.click()}>
        <FolderOpen className="size-4" aria-hidden="true" />
        {words.chooseFolder}
      </Button>
    </div>
  );
}

function Chosen({ files, onClear }: { readonly files: readonly ChosenFile[]; readonly onClear: () => void }) {
  const texts = files.filter(({ name }) => isText(name)).length;
  const archives = files.filter(({ name }) => isArchive(name));
  const said = archives.map(({ name }) => messages.bring.archive(name));
  const others = files.length - archives.length;
  if (others > 0) said.push(words.texts(texts), words.pictures(others - texts));
  return (
    <p
      role="status"
      className="tabular flex flex-wrap items-center justify-center gap-x-4 text-20 font-semibold [overflow-wrap:anywhere]"
    >
      {said.join(', ')}
      <button type="button" onClick={onClear} className="link-text min-h-11 text-14 font-normal tablet:min-h-0">
        {words.clear}
      </button>
    </p>
  );
}

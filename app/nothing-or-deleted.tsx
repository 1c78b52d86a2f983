import { headers } from 'next/headers';
import { cache } from 'react';
import { binActions } from '#app/bin/bin-actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { AskedFor } from '#components/bin/asked-for.tsx';
import { DeletedPlace } from '#components/bin/deleted-place.tsx';
import { NothingHere } from '#components/frame/nothing-here.tsx';
import { messages } from '#lib/messages/en.ts';
import { deletedPlace } from '#server/bin/deleted-place.ts';
import { PATH_HEADER } from '#server/http/page-headers.ts';

/** What was deleted at the address that is asked for, to who could read it, and that address. Read once a request. */
const here = cache(async () => {
  const path = (await headers()).get(PATH_HEADER) ?? '/';
  return { path, deleted: await deletedPlace(await currentVisitor(), decodeURIComponent(path)) };
});

/** What the tab says of an address that leads nowhere. */
export async function nothingTitle(): Promise<string> {
  const { deleted } = await here();
  if (deleted === null) return messages.frame.notFound.title;
  return `${messages.bin.place.title[deleted.row.kind]}: ${deleted.row.name}`;
}

/** For an address that leads nowhere: what was deleted there, to who could read it, and else that there is nothing. */
export async function NothingOrDeleted() {
  const { person } = await currentVisitor();
  const { path, deleted } = await here();
  return (
    <>
      <AskedFor path={path} />
      {deleted === null ? (
        <NothingHere signedIn={person?.signedIn ?? false} />
      ) : (
        <DeletedPlace deleted={deleted} restore={binActions} />
      )}
    </>
  );
}

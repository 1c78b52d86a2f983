import { headers } from 'next/headers';
import { binActions } from '#app/bin/bin-actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { AskedFor } from '#components/bin/asked-for.tsx';
import { DeletedPlace } from '#components/bin/deleted-place.tsx';
import { NothingHere } from '#components/frame/nothing-here.tsx';
import { deletedPlace } from '#server/bin/deleted-place.ts';
import { PATH_HEADER } from '#server/http/page-headers.ts';

/** For an address that leads nowhere: what was deleted there, to who could read it, and else that there is nothing. */
export async function NothingOrDeleted() {
  const path = (await headers()).get(PATH_HEADER) ?? '/';
  const visitor = await currentVisitor();
  const deleted = await deletedPlace(visitor, decodeURIComponent(path));
  return (
    <>
      <AskedFor path={path} />
      {deleted === null ? (
        <NothingHere signedIn={visitor.person?.signedIn ?? false} />
      ) : (
        <DeletedPlace deleted={deleted} restore={binActions} />
      )}
    </>
  );
}

'use client';

import { Failure } from '#components/frame/failure.tsx';

export default function SiteError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return <Failure error={error} retry={retry} />;
}

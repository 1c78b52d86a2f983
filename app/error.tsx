'use client';

import { Failure } from '#components/frame/failure.tsx';

export default function RootError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <main>
      <Failure error={error} retry={retry} />
    </main>
  );
}

import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { visitorOf } from '#server/accounts/visitor.ts';

/** Who asks for this page, read once a request. */
export const currentVisitor = cache(async () => visitorOf(await headers()));

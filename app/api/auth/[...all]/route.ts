import { auth } from '#server/accounts/auth.ts';
import { isDisabled } from '#server/accounts/visitor.ts';

/** The library knows sessions, but not who was disabled: their sessions open nothing here either. */
async function handle(request: Request): Promise<Response> {
  if (await isDisabled(request.headers)) return new Response(null, { status: 401 });
  return (await auth()).handler(request);
}

export { handle as GET, handle as POST };

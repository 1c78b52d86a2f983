import { currentVisitor } from '#app/current-visitor.ts';
import type { RouteProps } from '#app/route-props.ts';
import { Refusal } from '#lib/errors.ts';
import { callState } from '#server/calls/call-state.ts';

/** Whether a call has begun, for pages that wait for it. What one may not read is not found. */
export async function GET(_request: Request, { params }: Pick<RouteProps<'call'>, 'params'>): Promise<Response> {
  const { call } = await params;
  try {
    const state = await callState(await currentVisitor(), call);
    return Response.json(state, { headers: { 'Cache-Control': 'private, no-store' } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ state: null }, { status: 404, headers: { 'Cache-Control': 'private, no-store' } });
  }
}

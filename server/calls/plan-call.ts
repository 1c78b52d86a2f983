import { addresses } from '#lib/addresses.ts';
import type { CallForm } from '#lib/calls/call-form.ts';
import { scheduleOf } from '#lib/dates/call-date.ts';
import { defaultTemplate } from '#lib/series/default-template.ts';
import { seedText } from '#lib/series/seed-text.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { findSeries } from '#server/series/find-series.ts';
import { templateDeck } from '#server/series/template-deck.ts';

import { insertCall, insertCallDeck } from './insert-call.ts';

/** A call that was planned: where its board and its deck are. */
export interface PlannedCall {
  readonly callId: string;
  readonly address: string;
  readonly deck: string;
}

/** Plans a call: its deck begins as the series' template with title and date filled in. For hosts. */
export async function planCall(visitor: Visitor, slug: string, form: CallForm): Promise<PlannedCall> {
  const { series, asker } = await findSeries(visitor, slug, 'call.plan');
  const title = form.title ?? series.name;
  const teams = await database().team.findMany({
    where: { seriesId: series.id },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { name: true },
  });
  const text = seedText(await templateText(series.id), {
    title,
    date: form.date,
    series: series.name,
    teams: teams.map(({ name }) => name),
  });
  const schedule = scheduleOf(form.date, form.time, series.timeZone);
  const personId = asker.personId;
  const call = await database().$transaction(async (tx) => {
    const planned = await insertCall(tx, { seriesId: series.id, date: form.date, schedule, title, state: 'planned' });
    const deckId = await insertCallDeck(tx, planned, { text, personId });
    await audit(tx, {
      act: 'call.plan',
      personId,
      seriesId: series.id,
      callId: planned.id,
      deckId,
      details: { address: planned.address, title },
    });
    return planned;
  });
  bus().publish('rows.changed', { seriesId: series.id, callId: call.id, what: 'call' });
  return { callId: call.id, address: addresses.call(slug, call.address), deck: addresses.deck(slug, call.address) };
}

async function templateText(seriesId: string): Promise<string> {
  const template = await templateDeck(seriesId);
  return template === null ? defaultTemplate : (await readDeck(template.id)).text;
}

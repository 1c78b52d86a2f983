'use client';

import { useState } from 'react';
import { Ago } from '#components/time/ago.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useAct, type Act } from '#components/ui/use-act.ts';
import type { FormAction, FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { WebhookView } from '#lib/webhooks/webhook-view.ts';
import type { NewSecret } from './new-secret.ts';

const words = messages.closing.webhook;

interface WebhookPartProps {
  readonly webhook: WebhookView | null;
  readonly keep: (fields: FormData) => Promise<NewSecret>;
  readonly renew: () => Promise<NewSecret>;
  /** Answers null, or why not. */
  readonly remove: () => Promise<string | null>;
  readonly test: () => Promise<string | null>;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** Where a series tells another server of its records: the address, the secret, how the last message went. */
export function WebhookPart({ webhook, keep, renew, remove, test, madeAt }: WebhookPartProps) {
  const [fresh, setFresh] = useState<string | null>(null);
  const act = useAct();
  const send = async (_before: FormState, fields: FormData): Promise<FormState> => {
    const { state, secret } = await keep(fields);
    if (secret !== null) setFresh(secret);
    return state;
  };
  const renewed = async (): Promise<string | null> => {
    const { state, secret } = await renew();
    setFresh(secret);
    return state.refusal;
  };
  return (
    <div className="flex max-w-[44rem] flex-col gap-6">
      <AddressForm webhook={webhook} action={send} />
      {fresh !== null && (
        <div role="status" className="flex flex-col items-start gap-2 border-l-2 border-ink bg-well px-4 py-3">
          <p className="text-14">{words.fresh}</p>
          <p className="font-mono text-12 select-all [overflow-wrap:anywhere]">{fresh}</p>
          <CopyButton text={fresh} label={words.copy} />
        </div>
      )}
      {webhook !== null && (
        <Kept
          webhook={webhook}
          act={act}
          test={test}
          renew={renewed}
          remove={async () => {
            setFresh(null);
            return remove();
          }}
          madeAt={madeAt}
        />
      )}
    </div>
  );
}

interface AddressFormProps extends Pick<WebhookPartProps, 'webhook'> {
  readonly action: FormAction;
}

function AddressForm({ webhook, action }: AddressFormProps) {
  return (
    <ActionForm action={action} className="flex flex-col gap-5">
      {(state, pending) => (
        <>
          <Field label={words.address} hint={words.addressHint} problem={state.problems['address']}>
            {(control) => (
              <TextInput
                {...control}
                key={webhook?.address}
                name="address"
                type="url"
                autoComplete="off"
                defaultValue={webhook?.address ?? ''}
                maxLength={2_000}
              />
            )}
          </Field>
          <div>
            <SubmitButton pending={pending} tone={webhook === null ? 'main' : 'quiet'}>
              {webhook === null ? words.save : words.change}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

interface KeptProps extends Pick<WebhookPartProps, 'remove' | 'test' | 'madeAt'> {
  readonly webhook: WebhookView;
  readonly act: Act;
  readonly renew: () => Promise<string | null>;
}

function Kept({ webhook, act, test, renew, remove, madeAt }: KeptProps) {
  const [tested, setTested] = useState(false);
  const run = (what: () => Promise<string | null>): void => {
    setTested(false);
    act.run(what);
  };
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <LastMessage webhook={webhook} madeAt={madeAt} />
      <div className="flex flex-wrap items-center gap-2" aria-busy={act.pending}>
        <Button aria-disabled={act.pending} onClick={() => act.run(test, () => setTested(true))}>
          {words.test}
        </Button>
        <Confirm
          trigger={<Button>{words.newSecret}</Button>}
          title={words.newSecretTitle}
          text={words.newSecretText}
          yes={words.newSecret}
          no={words.keep}
          onYes={() => run(renew)}
        />
        <Confirm
          trigger={<Button tone="bare">{words.remove}</Button>}
          title={words.removeTitle}
          text={words.removeText}
          yes={words.remove}
          no={words.keep}
          onYes={() => run(remove)}
        />
        <span role="status" className="text-14 text-soft">
          {tested && act.refusal === null && !act.pending ? words.tested : ''}
        </span>
      </div>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
    </div>
  );
}

function LastMessage({ webhook, madeAt }: { readonly webhook: WebhookView; readonly madeAt: string }) {
  const { deliveredAt, error, trying } = webhook;
  if (deliveredAt === null && error === null) return <p className="text-14 text-soft">{words.never}</p>;
  return (
    <div className="flex flex-col gap-1 text-14 [overflow-wrap:anywhere]">
      {error !== null && <p className="font-semibold">{trying ? words.trying(error) : words.failed(error)}</p>}
      {deliveredAt !== null && (
        <p className="text-soft">
          <Ago at={deliveredAt} timeZone="UTC" madeAt={madeAt} say={words.delivered} />
        </p>
      )}
    </div>
  );
}

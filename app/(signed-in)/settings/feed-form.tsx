'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { ProofNeeds } from '@/lib/auth/proof-schema';
import { deleteFeedAction, makeFeedAction } from './actions';
import { ProofFields } from './proof-fields';

/** Makes and ends the secret address of the calendar. It is shown once, when it is made. */
export function FeedForm({
  origin,
  madeOn,
  needs,
}: {
  origin: string;
  madeOn: string | null;
  needs: ProofNeeds;
}) {
  const making = useFormAction(makeFeedAction);
  const ending = useFormAction(deleteFeedAction);
  const failure = making.failure ?? ending.failure;
  return (
    <div className="flex flex-col gap-4">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {making.state?.ok && madeOn !== null ? (
        <div className="field">
          <label htmlFor="feed-address">Calendar address</label>
          <span id="feed-address-hint" className="hint">
            Copy it now: it is not shown again.
          </span>
          <input
            id="feed-address"
            className="input"
            readOnly
            value={`${origin}${making.state.data.path}`}
            aria-describedby="feed-address-hint"
          />
        </div>
      ) : madeOn === null ? null : (
        <p className="hint">{`There is an address, made on ${madeOn}. A new one takes its place, and the old one stops working.`}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <Form {...making.formProps} className="flex flex-col gap-4" noValidate>
          <ProofFields id="feed" needs={needs} error={making.error} isOnRefusal />
          <button type="submit" className="button" data-look="quiet" aria-disabled={making.isPending}>
            {madeOn === null ? 'Make a calendar address' : 'Make a new address'}
          </button>
        </Form>
        {madeOn === null ? null : (
          <Form {...ending.formProps}>
            <button type="submit" className="button" data-look="danger" aria-disabled={ending.isPending}>
              End the address
            </button>
          </Form>
        )}
      </div>
    </div>
  );
}

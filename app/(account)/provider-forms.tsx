'use client';

import { useEffect, useState } from 'react';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { goToProviderAction } from './actions';

type Provider = { id: string; title: string };
type Way = { providers: Provider[]; callbackUrl: string; tried?: string };

/** A button for each provider that the server has. */
export function ProviderForms({ providers, ...way }: Way) {
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 flex flex-col gap-3">
      {providers.map((provider) => (
        <ProviderForm key={provider.id} provider={provider} {...way} />
      ))}
    </div>
  );
}

function ProviderForm({ provider, callbackUrl, tried }: Omit<Way, 'providers'> & { provider: Provider }) {
  const { failure, isPending, formProps } = useFormAction(goToProviderAction);
  const [timeZone, setTimeZone] = useState('UTC');
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return (
    <Form {...formProps} className="flex flex-col gap-3">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="provider" value={provider.id} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="timeZone" value={timeZone} />
      {tried ? <input type="hidden" name="tried" value={tried} /> : null}
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        {`Continue with ${provider.title}`}
      </button>
    </Form>
  );
}

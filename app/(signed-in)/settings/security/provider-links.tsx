'use client';

import { SelectField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { ProofNeeds } from '@/lib/auth/proof-schema';
import { ProofFields } from '../proof-fields';
import { linkProviderAction, unlinkProviderAction } from './actions';

type Link = { issuer: string; subject: string; title: string; since: string };
type Provider = { id: string; title: string };

export function ProviderLinks({
  needs,
  providers,
  links,
}: {
  needs: ProofNeeds;
  providers: Provider[];
  links: Link[];
}) {
  return (
    <>
      {links.length > 0 ? (
        <ul className="flex flex-col gap-4">
          {links.map((link) => (
            <li key={`${link.issuer} ${link.subject}`}>
              <UnlinkForm link={link} needs={needs} />
            </li>
          ))}
        </ul>
      ) : (
        <p>No account elsewhere signs you in here.</p>
      )}
      {providers.length > 0 ? <LinkForm needs={needs} providers={providers} /> : null}
    </>
  );
}

function UnlinkForm({ link, needs }: { link: Link; needs: ProofNeeds }) {
  const { failure, isPending, error, formProps } = useFormAction(unlinkProviderAction);
  return (
    <Form {...formProps} className="flex flex-col gap-3" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="issuer" value={link.issuer} />
      <input type="hidden" name="subject" value={link.subject} />
      <ProofFields id={`unlink-${link.subject}`} needs={needs} error={error} isOnRefusal />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span>
          <strong>{link.title}</strong>
          <span className="hint block">{`Linked ${link.since}`}</span>
        </span>
        <button
          type="submit"
          className="button"
          data-look="quiet"
          aria-label={`Unlink ${link.title}, linked ${link.since}`}
          aria-disabled={isPending}
        >
          Unlink
        </button>
      </div>
    </Form>
  );
}

function LinkForm({ needs, providers }: { needs: ProofNeeds; providers: Provider[] }) {
  const { failure, isPending, text, error, formProps } = useFormAction(linkProviderAction);
  return (
    <Form {...formProps} className="flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <SelectField
        label="Link an account at"
        name="provider"
        options={providers.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={text('provider')}
      />
      <ProofFields id="link" label="Your password here" needs={needs} error={error} />
      <div>
        <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
          Link
        </button>
      </div>
    </Form>
  );
}

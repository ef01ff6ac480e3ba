'use client';

import { SelectField, TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { linkProviderAction, unlinkProviderAction } from './actions';

type Link = { issuer: string; subject: string; title: string; since: string };
type Provider = { id: string; title: string };

export function ProviderLinks({
  hasPassword,
  providers,
  links,
}: {
  hasPassword: boolean;
  providers: Provider[];
  links: Link[];
}) {
  return (
    <>
      {links.length > 0 ? (
        <ul className="flex flex-col gap-4">
          {links.map((link) => (
            <li key={`${link.issuer} ${link.subject}`}>
              <UnlinkForm link={link} />
            </li>
          ))}
        </ul>
      ) : (
        <p>No account elsewhere signs you in here.</p>
      )}
      {providers.length > 0 ? <LinkForm hasPassword={hasPassword} providers={providers} /> : null}
    </>
  );
}

function UnlinkForm({ link }: { link: Link }) {
  const { failure, isPending, formProps } = useFormAction(unlinkProviderAction);
  return (
    <form {...formProps} className="flex flex-col gap-3">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="issuer" value={link.issuer} />
      <input type="hidden" name="subject" value={link.subject} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span>
          <strong>{link.title}</strong>
          <span className="hint block">Linked {link.since}</span>
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
    </form>
  );
}

function LinkForm({ hasPassword, providers }: { hasPassword: boolean; providers: Provider[] }) {
  const { failure, isPending, text, error, formProps } = useFormAction(linkProviderAction);
  return (
    <form {...formProps} className="flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <SelectField
        label="Link an account at"
        name="provider"
        options={providers.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={text('provider')}
      />
      {hasPassword ? (
        <TextField
          id="link-password"
          label="Your password here"
          name="linkPassword"
          type="password"
          autoComplete="current-password"
          required
          error={error('linkPassword')}
        />
      ) : null}
      <div>
        <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
          Link
        </button>
      </div>
    </form>
  );
}

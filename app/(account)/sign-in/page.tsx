import type { Metadata } from 'next';
import { ArrivalNotice } from '@/components/arrival-notice';
import { Notice } from '@/components/notice';
import { toLocalPath } from '@/lib/auth/local-path';
import { describeProviderRefusal } from '@/lib/auth/provider-sign-in';
import { listProviders } from '@/lib/auth/providers';
import { ProviderForms } from '../provider-forms';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const callbackUrl = toLocalPath(query.callbackUrl);
  const refusal = describeProviderRefusal(query);
  return (
    <>
      <h1 className="mb-8">Sign in</h1>
      {query.confirmed === 'yes' ? (
        <div className="mb-6">
          <Notice>Your address is confirmed and your account is made. Sign in with your password.</Notice>
        </div>
      ) : null}
      {query.deleted === 'yes' ? (
        <div className="mb-6">
          <ArrivalNotice target="deleted">
            <span id="deleted" tabIndex={-1}>
              Your account is deleted, with everything that it held.
            </span>{' '}
            <a href="/">To the first page</a>
          </ArrivalNotice>
        </div>
      ) : null}
      {query.reset === 'done' ? (
        <div className="mb-6">
          <Notice>Your new password is set. Sign in with it.</Notice>
        </div>
      ) : null}
      {query.left === 'unsaved' ? (
        <div className="mb-6">
          <Notice tone="attention">
            This browser is signed out. Rung could not reach its database to end the session itself: where
            somebody may have copied it, sign in again later and end it in the settings.
          </Notice>
        </div>
      ) : null}
      {refusal ? (
        <div className="mb-6">
          <Notice tone="problem">{refusal}</Notice>
        </div>
      ) : null}
      <SignInForm callbackUrl={callbackUrl} />
      <ProviderForms providers={listProviders()} callbackUrl={callbackUrl} />
      <p className="mt-8">
        <a href="/forgot-password">Forgot your password?</a>
      </p>
      <p className="mt-2">
        New here? <a href="/sign-up">Create an account</a>
      </p>
    </>
  );
}

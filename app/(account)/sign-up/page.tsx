import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { listProviders } from '@/lib/auth/providers';
import { CAME_ALONG } from '@/lib/auth/save-trial';
import { env } from '@/lib/env';
import { isMailOn } from '@/lib/reminders/mail';
import { ProviderForms } from '../provider-forms';
import { SignUpForm } from './sign-up-form';

export const metadata: Metadata = { title: 'Create an account' };

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ try?: string | string[]; invitation?: string | string[] }>;
}) {
  const { try: query, invitation } = await searchParams;
  const tried = typeof query === 'string' ? query.slice(0, 2000) : '';
  return (
    <>
      <h1>Create an account</h1>
      <p className="mt-3 mb-8 text-soft">
        <span>
          Rung keeps your ratings, your plan and how they change. You can take everything with you or delete
          it at any time.
        </span>
        {tried ? <span> What you rated just now, your goal and your limits come along.</span> : null}
      </p>
      {env.SIGN_UP === 'closed' ? (
        <Notice tone="attention">New accounts are closed on this server. Ask the person who runs it.</Notice>
      ) : (
        <>
          <SignUpForm
            tried={tried}
            isMailOn={isMailOn}
            domains={env.SIGN_UP_DOMAINS}
            invitation={
              env.SIGN_UP === 'invited'
                ? typeof invitation === 'string'
                  ? invitation.slice(0, 500)
                  : ''
                : null
            }
          />
          <ProviderForms
            providers={listProviders()}
            callbackUrl={tried ? CAME_ALONG : '/rate'}
            tried={tried}
          />
        </>
      )}
      {tried ? null : (
        <p className="mt-8">
          Not sure yet? <a href="/try">Try it without an account</a>
        </p>
      )}
      <p className="mt-8">
        Have an account already? <a href="/sign-in">Sign in</a>
      </p>
    </>
  );
}

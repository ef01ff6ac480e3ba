import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { toLocalPath } from '@/lib/auth/local-path';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string | string[]; reset?: string | string[] }>;
}) {
  const { callbackUrl, reset } = await searchParams;
  return (
    <>
      <h1 className="mb-8">Sign in</h1>
      {reset === 'done' ? (
        <div className="mb-6">
          <Notice>Your new password is set. Sign in with it.</Notice>
        </div>
      ) : null}
      <SignInForm callbackUrl={toLocalPath(callbackUrl)} />
      <p className="mt-8">
        <a href="/forgot-password">Forgot your password?</a>
      </p>
      <p className="mt-2">
        New here? <a href="/sign-up">Create an account</a>
      </p>
    </>
  );
}

import type { Metadata } from 'next';
import { toLocalPath } from '@/lib/auth/local-path';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}) {
  const { callbackUrl } = await searchParams;
  return (
    <>
      <h1 className="mb-8">Sign in</h1>
      <SignInForm callbackUrl={toLocalPath(callbackUrl)} />
      <p className="mt-8">
        New here? <a href="/sign-up">Create an account</a>
      </p>
    </>
  );
}

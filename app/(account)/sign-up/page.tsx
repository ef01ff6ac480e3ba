import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { env } from '@/lib/env';
import { SignUpForm } from './sign-up-form';

export const metadata: Metadata = { title: 'Create an account' };

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ try?: string | string[] }>;
}) {
  const { try: tried } = await searchParams;
  return (
    <>
      <h1>Create an account</h1>
      <p className="mt-3 mb-8 text-soft">
        Rung keeps your ratings, your plan and how they change. You can take everything with you or delete it
        at any time.
      </p>
      {env.SIGN_UP === 'closed' ? (
        <Notice tone="attention">New accounts are closed on this server. Ask the person who runs it.</Notice>
      ) : (
        <SignUpForm tried={typeof tried === 'string' ? tried.slice(0, 2000) : ''} />
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

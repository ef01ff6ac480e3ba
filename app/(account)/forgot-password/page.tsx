import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Notice } from '@/components/notice';
import { isMailOn } from '@/lib/reminders/mail';
import { ForgotPasswordForm } from './forgot-password-form';

export const metadata: Metadata = { title: 'Forgot your password', robots: { index: false } };

export default async function ForgotPasswordPage() {
  await connection();
  return (
    <>
      <h1 className="mb-8">Forgot your password?</h1>
      {isMailOn ? (
        <ForgotPasswordForm />
      ) : (
        <Notice tone="attention">
          This server cannot send email. Ask the person who runs it for a link that sets a new password: they
          make one with <code>npm run reset-link -- YOUR-ADDRESS</code>.
        </Notice>
      )}
      <p className="mt-8">
        Remembered it? <a href="/sign-in">Sign in</a>
      </p>
    </>
  );
}

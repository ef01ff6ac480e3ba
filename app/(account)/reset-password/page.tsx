import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { readCarriedLink } from '@/lib/auth/carried-link';
import { findLink } from '@/lib/auth/link-secret';
import { ResetPasswordForm } from './reset-password-form';

export const metadata: Metadata = { title: 'Set a new password', robots: { index: false } };

export default async function ResetPasswordPage() {
  const link = await findLink(await readCarriedLink('reset-password'), 'reset-password');
  return (
    <>
      <h1 className="mb-8">Set a new password</h1>
      {link ? (
        <ResetPasswordForm />
      ) : (
        <Notice tone="attention">
          This page needs a link that has not been used and is less than an hour old.{' '}
          <a href="/forgot-password">Ask for a new one</a>.
        </Notice>
      )}
    </>
  );
}

import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { DrawnFor } from '@/components/drawn-for';
import { Notice } from '@/components/notice';
import { readCarriedLink } from '@/lib/auth/carried-link';
import { computeFormOwner } from '@/lib/auth/form-owner';
import { findLink } from '@/lib/auth/link-secret';
import { showAddress } from '@/lib/email-address';
import { getAccount } from '@/lib/queries/people';
import { isMailOn } from '@/lib/reminders/mail';
import { ConfirmSignUpForm, VerifyEmailForm } from './verify-email-form';

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } };

type Search = { confirmed?: string | string[] };

export default async function VerifyEmailPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { confirmed } = await searchParams;
  return (
    <>
      <h1 className="mb-8">Confirm your address</h1>
      {confirmed === 'yes' || confirmed === 'changed' ? (
        <Notice>
          {confirmed === 'yes'
            ? 'Thank you: your address is confirmed.'
            : 'Thank you: your account has this address from now on. Sign in with it.'}
        </Notice>
      ) : (
        <Question />
      )}
    </>
  );
}

async function Question() {
  const secret = await readCarriedLink('verify-email');
  const form = await chooseForm(secret);
  return form ? (
    <DrawnFor owner={computeFormOwner(secret)}>{form}</DrawnFor>
  ) : (
    <Notice tone="attention">
      {isMailOn
        ? 'This page needs the link from the email, not used yet and at most three days old, or an hour for a change of address. A new password ends it too.'
        : 'This server cannot send email, so addresses are not confirmed here. You lose nothing by it.'}
    </Notice>
  );
}

/** What a link asks for, or null for one that is none. */
async function chooseForm(secret: string): Promise<ReactNode> {
  const newcomer = await findLink(secret, 'sign-up');
  if (newcomer) return <ConfirmSignUpForm email={showAddress((await getAccount(newcomer.userId)).email)} />;
  const link = (await findLink(secret, 'verify-email')) ?? (await findLink(secret, 'change-email'));
  return link && <VerifyEmailForm email={showAddress(link.detail ?? '')} />;
}

import type { Metadata } from 'next';
import { DrawnFor } from '@/components/drawn-for';
import { Notice } from '@/components/notice';
import { readCarriedLink } from '@/lib/auth/carried-link';
import { hasOpenAddress } from '@/lib/auth/end-access';
import { computeFormOwner } from '@/lib/auth/form-owner';
import { findLink } from '@/lib/auth/link-secret';
import { nameIssuer } from '@/lib/auth/providers';
import type { UserId } from '@/lib/auth/user-id';
import { listProviderAccounts } from '@/lib/queries/provider-accounts';
import { formatList } from '@/lib/wording/format';
import { ResetPasswordForm } from './reset-password-form';

export const metadata: Metadata = { title: 'Set a new password', robots: { index: false } };

export default async function ResetPasswordPage() {
  const secret = await readCarriedLink('reset-password');
  const link = await findLink(secret, 'reset-password');
  return (
    <>
      <h1 className="mb-8">Set a new password</h1>
      {link ? (
        <DrawnFor owner={computeFormOwner(secret)}>
          <ResetPasswordForm
            hasFeed={await hasOpenAddress(link.userId)}
            linked={formatList(await listTitles(link.userId))}
          />
        </DrawnFor>
      ) : (
        <Notice tone="attention">
          This page needs a link that has not been used, is less than an hour old, and is from after the last
          new password. <a href="/forgot-password">Ask for a new one</a>.
        </Notice>
      )}
    </>
  );
}

/** What the person's accounts elsewhere are called, each provider once. */
async function listTitles(userId: UserId): Promise<string[]> {
  const accounts = await listProviderAccounts(userId);
  return [...new Set(accounts.map(({ issuer }) => nameIssuer(issuer)))];
}

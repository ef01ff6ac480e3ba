import type { Metadata } from 'next';
import { DrawnFor } from '@/components/drawn-for';
import { Notice } from '@/components/notice';
import { readCarriedLink } from '@/lib/auth/carried-link';
import { computeFormOwner } from '@/lib/auth/form-owner';
import { findLink } from '@/lib/auth/link-secret';
import { showAddress } from '@/lib/email-address';
import { KeepEmailForm } from './keep-email-form';

export const metadata: Metadata = { title: 'Keep your address', robots: { index: false } };

type Search = { kept?: string | string[] };

export default async function KeepEmailPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { kept } = await searchParams;
  return (
    <>
      <h1 className="mb-8">Keep your address</h1>
      {kept === 'yes' ? <Kept /> : <Question />}
    </>
  );
}

function Kept() {
  return (
    <Notice>
      Your account has this address, and every browser is signed out. Whoever asked for the change may know
      your password: <a href="/reset-password">set a new one now</a>.
    </Notice>
  );
}

async function Question() {
  const secret = await readCarriedLink('keep-email');
  const link = await findLink(secret, 'keep-email');
  return link ? (
    <DrawnFor owner={computeFormOwner(secret)}>
      <KeepEmailForm email={showAddress(link.detail ?? '')} />
    </DrawnFor>
  ) : (
    <Notice tone="attention">
      This page needs the link from the email, not used yet and less than a week old. It has ended, too, where
      a new password was set while the account had this address. Was that not you? Then{' '}
      <a href="/forgot-password">set another now</a>, which signs every browser out and keeps your address.
    </Notice>
  );
}

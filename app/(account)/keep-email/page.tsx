import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { readCarriedLink } from '@/lib/auth/carried-link';
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
  const link = await findLink(await readCarriedLink('keep-email'), 'keep-email');
  return link ? (
    <KeepEmailForm email={showAddress(link.detail ?? '')} />
  ) : (
    <Notice tone="attention">
      This page needs the link from the email, not used yet and less than a week old.
    </Notice>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DrawnFor } from '@/components/drawn-for';
import { computeFormOwner } from '@/lib/auth/form-owner';
import { toLocalPath } from '@/lib/auth/local-path';
import { readSecondStep } from '@/lib/auth/second-step';
import { CodeForm } from './code-form';

export const metadata: Metadata = { title: 'Second step' };

type Search = { callbackUrl?: string | string[] };

/** For a browser whose password was right within the last ten minutes; any other begins with the first step. */
export default async function SecondStepPage({ searchParams }: { searchParams: Promise<Search> }) {
  const callbackUrl = toLocalPath((await searchParams).callbackUrl);
  const personId = await readSecondStep();
  if (personId === null) redirect(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
  return (
    <>
      <h1 className="mb-8">Second step</h1>
      <DrawnFor owner={computeFormOwner(personId)}>
        <CodeForm callbackUrl={callbackUrl} />
      </DrawnFor>
      <p className="mt-8">
        No app and no recovery code at hand? <a href="/sign-in">Sign in another way</a>
      </p>
    </>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import type { SubmitEvent } from 'react';
import { closeMenu } from './close-menu';
import { markPending } from './mark-pending';

/** The form behind the buttons of a row that only show something there. */
export function LooksForm({ id, on }: { id: string; on: '/plan' | '/home' }) {
  const router = useRouter();
  const look = (event: SubmitEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as unknown as { submitter: HTMLButtonElement | null };
    if (!submitter) return;
    event.preventDefault();
    closeMenu();
    const isHere = on === '/plan' || submitter.name === 'log';
    if (submitter.name === 'log') markPending(submitter);
    const query = new URLSearchParams({ [submitter.name]: submitter.value });
    if (isHere) router.replace(`${on}?${query}`, { scroll: false });
    else router.push(`/plan?${query}#${submitter.value}`);
  };
  return <form id={id} method="get" action="/plan" onSubmit={look} hidden />;
}

'use client';

import { useRouter } from 'next/navigation';
import type { SubmitEvent } from 'react';

/** The form behind the buttons of a row that only show something there. */
export function LooksForm({ id }: { id: string }) {
  const router = useRouter();
  const look = (event: SubmitEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as unknown as { submitter: HTMLButtonElement | null };
    if (!submitter) return;
    event.preventDefault();
    router.replace(`/plan?${new URLSearchParams({ [submitter.name]: submitter.value })}`, { scroll: false });
  };
  return <form id={id} method="get" action="/plan" onSubmit={look} hidden />;
}

'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { closeMenu } from './close-menu';

/** Has the page show what an act came to, at the address that its action answers, without a jump. */
export function useAnswerAt(state: { ok: true; data: unknown } | { ok: false } | null): void {
  const router = useRouter();
  const path = state?.ok && typeof state.data === 'string' ? state.data : null;
  useEffect(() => {
    if (!path) return;
    closeMenu();
    router.replace(path, { scroll: false });
  }, [path, router]);
}

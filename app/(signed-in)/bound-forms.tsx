import type { ReactNode } from 'react';
import { DrawnFor } from '@/components/drawn-for';
import { computeFormOwner } from '@/lib/auth/form-owner';
import { getUser } from '@/lib/auth/session';

/** Stamps the forms of a page with whom it is drawn for. It lets nobody in or out: each page and action asks for itself. */
export async function BoundForms({ children }: { children: ReactNode }) {
  const user = await getUser();
  return <DrawnFor owner={user ? computeFormOwner(user.id) : ''}>{children}</DrawnFor>;
}

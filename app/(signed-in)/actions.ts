'use server';

import { noteActionBegun } from '@/lib/action-progress';
import { signOut } from '@/lib/auth/auth';

export async function signOutAction(): Promise<void> {
  noteActionBegun();
  await signOut({ redirectTo: '/sign-in' });
}

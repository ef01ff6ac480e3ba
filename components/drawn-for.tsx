'use client';

import { createContext, type ReactNode, useContext } from 'react';

const DrawnForContext = createContext('');

/**
 * Binds every form below to whom the page was drawn for: once somebody else is signed in, it changes nothing. Apart from
 * the form, so that a page without one does not fetch it.
 */
export function DrawnFor({ owner, children }: { owner: string; children: ReactNode }) {
  return <DrawnForContext value={owner}>{children}</DrawnForContext>;
}

/** For whom the page around a form was drawn. */
export function useDrawnFor(): string {
  return useContext(DrawnForContext);
}

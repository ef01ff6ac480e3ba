'use client';

import { type ReactNode, useEffect } from 'react';
import { Notice } from './notice';

/**
 * What a form that led here has done. The focus goes to the target of the address: on a whole page load the
 * browser takes it there itself, on a change of page by script nothing else does.
 */
export function ArrivalNotice({ target, children }: { target: string; children: ReactNode }) {
  useEffect(() => document.getElementById(target)?.focus({ preventScroll: true }), [target]);
  return <Notice>{children}</Notice>;
}

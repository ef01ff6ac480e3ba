'use client';

import { type ComponentProps, useEffect } from 'react';
import { CONFIRMED, DRAWN_FOR, DRAWN_FROM, type Entries } from './drawn-fields';
import { useDrawnFor } from './drawn-for';
import { goOnByEnter } from './go-on-by-enter';
import { restoreForm } from './kept-form';
import { useRedraw } from './use-redraw';

type FormProps = Omit<ComponentProps<'form'>, 'ref'> & {
  /** What a refused form gives back of itself: for whom and from what it was drawn stays with what was typed. */
  entered: Entries | undefined;
  /** What the answer asks to be confirmed; sending the form once more confirms it. */
  ask: string | undefined;
  /** What the fields showed when the form was drawn: only what differs from it is written. */
  drawnFrom?: Entries;
  /** A long form is sent by its button alone: Enter goes on to its next group of fields. */
  isLong?: boolean;
};

/** The form of a server action, by what useFormAction() gives as `formProps`. */
export function Form({ entered, ask, drawnFrom, isLong = false, children, ...form }: FormProps) {
  const owner = useDrawnFor();
  const ref = useRedraw(drawnFrom);
  useEffect(() => {
    if (ref.current) restoreForm(ref.current, owner);
  }, [ref, owner]);
  useEffect(() => (isLong && ref.current ? goOnByEnter(ref.current) : undefined), [ref, isLong]);
  const origin = entered?.[DRAWN_FROM] ?? (drawnFrom && JSON.stringify(drawnFrom));
  return (
    <form ref={ref} {...form}>
      {/* Before script, Enter presses a form's first button; one that is switched off swallows it. */}
      {isLong ? <button type="submit" disabled hidden /> : null}
      <input type="hidden" name={DRAWN_FOR} value={entered?.[DRAWN_FOR] ?? owner} />
      {origin === undefined ? null : <input type="hidden" name={DRAWN_FROM} value={origin} />}
      {ask === undefined ? null : <input type="hidden" name={CONFIRMED} value={ask} />}
      {children}
    </form>
  );
}

import { type RefObject, useEffect, useRef } from 'react';
import { readTyped, type Typed, writeTyped } from '@/components/kept-form';

const PREFIX = 'rung-draft:';

/**
 * Remembers what is typed into the form around the element for as long as the tab lives, until it is sent. A browser
 * that refuses storage loses only this.
 */
export function useTypedDraft(draftKey: string | null): {
  ref: RefObject<HTMLDivElement | null>;
  forget: () => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    const form = ref.current?.closest('form');
    if (!form || !draftKey) return;
    isOver.current = false;
    const key = PREFIX + draftKey;
    // What was typed before the script had loaded stays.
    const drawn = JSON.stringify(readTyped(form, 'drawn'));
    const isUntouched = JSON.stringify(readTyped(form)) === drawn;
    const kept = read(key);
    if (kept && isUntouched) writeTyped(form, kept);
    const keep = () => {
      if (!isOver.current) store(key, JSON.stringify(readTyped(form)));
    };
    if (!isUntouched) keep();
    // Whoever counts what is ticked counts again.
    form.dispatchEvent(new Event('input', { bubbles: true }));
    form.addEventListener('input', keep);
    return () => form.removeEventListener('input', keep);
  }, [draftKey]);
  const forget = () => {
    isOver.current = true;
    if (draftKey) store(PREFIX + draftKey, null);
  };
  return { ref, forget };
}

function read(key: string): Typed | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Storage is full or refused: the form itself still holds everything.
  }
}

'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { Entries } from './drawn-fields';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * When the page is drawn anew from other values, fields that still show the old ones go along and what was typed stays.
 * Left to the browser, a select or a field once typed in would send the old value as though somebody had chosen it.
 */
export function useRedraw(drawnFrom: Entries | undefined): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const text = drawnFrom && JSON.stringify(drawnFrom);
  const last = useRef(text);
  useEffect(() => {
    const before = last.current;
    last.current = text;
    if (!form.current || before === undefined || text === undefined || before === text) return;
    redraw(form.current, JSON.parse(before), JSON.parse(text));
  }, [text]);
  return form;
}

function redraw(form: HTMLFormElement, before: Entries, now: Entries): void {
  for (const control of form.elements) {
    if (!isControl(control) || !(control.name in now)) continue;
    const [old, next] = [listOf(before[control.name]), listOf(now[control.name])];
    if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
      if (control.checked === old.includes(control.value)) control.checked = next.includes(control.value);
      continue;
    }
    const named = [...form.elements].filter((other) => isControl(other) && other.name === control.name);
    const place = named.indexOf(control);
    if (control.value === (old[place] ?? '')) control.value = next[place] ?? '';
  }
}

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

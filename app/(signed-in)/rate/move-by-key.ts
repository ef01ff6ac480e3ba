import type { KeyboardEvent } from 'react';

/**
 * On a level's radio: a digit chooses that level, N and P lead to the next and the previous skill, on another page where
 * this one has no more. Works only there, so that no letter means anything while somebody types.
 */
export function moveByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const radio = event.target;
  if (!(radio instanceof HTMLInputElement) || radio.type !== 'radio') return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.key.toLowerCase();
  const wanted = findWanted(event.currentTarget, { radio, key });
  if (!wanted) return;
  event.preventDefault();
  if (wanted instanceof HTMLButtonElement) wanted.click();
  else wanted.focus();
}

function findWanted(form: HTMLFormElement, { radio, key }: { radio: HTMLInputElement; key: string }) {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const mine = radios.filter((other) => other.name === radio.name);
  if (/^\d$/.test(key)) {
    const level = mine.find((other) => other.value === key);
    level?.click();
    return level;
  }
  if (key !== 'n' && key !== 'p') return undefined;
  const chosen = radios.filter((other) => other.checked);
  const place = chosen.findIndex((other) => other.name === radio.name);
  return (
    chosen[key === 'n' ? place + 1 : place - 1] ?? form.querySelector<HTMLButtonElement>(`[data-key=${key}]`)
  );
}

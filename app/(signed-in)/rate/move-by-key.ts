import type { KeyboardEvent } from 'react';

/**
 * On a level's radio: a digit chooses that level, N and P lead to the next and the previous skill. Works only
 * there, so that no letter means anything while somebody types.
 */
export function moveByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const radio = event.target;
  if (!(radio instanceof HTMLInputElement) || radio.type !== 'radio') return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const wanted = findWanted(event.currentTarget, { radio, key: event.key.toLowerCase() });
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
}

function findWanted(form: HTMLFormElement, { radio, key }: { radio: HTMLInputElement; key: string }) {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const mine = radios.filter((other) => other.name === radio.name);
  if (/^\d$/.test(key)) {
    const level = mine.find((other) => other.value === key);
    level?.click();
    return level;
  }
  const chosen = radios.filter((other) => other.checked);
  const place = chosen.findIndex((other) => other.name === radio.name);
  if (key === 'n') return chosen[place + 1];
  if (key === 'p') return chosen[place - 1];
  return undefined;
}

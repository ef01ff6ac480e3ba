/**
 * Enter in a field sends a form, of ten skills as well as of one. Here it goes on instead: to what is chosen in the next
 * group of fields, or behind the last group to the next field. From a choice where the form has a button to go on by
 * (`data-key="n"`) and no group more, it presses that.
 */
export function goOnByEnter(form: HTMLFormElement): () => void {
  const goOn = (event: KeyboardEvent) => {
    const field = event.target;
    const isField =
      field instanceof HTMLInputElement && !/^(submit|button|image|reset|file)$/.test(field.type);
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !isField) return;
    event.preventDefault();
    const onward = field.type === 'radio' ? findOnward(form, field) : null;
    if (onward) onward.click();
    else findNext(form, field)?.focus();
  };
  form.addEventListener('keydown', goOn);
  return () => form.removeEventListener('keydown', goOn);
}

function findOnward(form: HTMLFormElement, field: HTMLInputElement): HTMLElement | null {
  const groups = [...form.querySelectorAll('fieldset')];
  return groups.at(-1)?.contains(field) ? form.querySelector<HTMLElement>('[data-key="n"]') : null;
}

function findNext(form: HTMLFormElement, field: HTMLInputElement): HTMLElement | undefined {
  const groups = [...form.querySelectorAll('fieldset')];
  const group = field.closest('fieldset');
  const next = group ? groups[groups.indexOf(group) + 1] : undefined;
  if (next) return next.querySelector<HTMLElement>('input[type=radio]:checked') ?? listFields(next)[0];
  const from = group ?? field;
  return listFields(form).find(
    (other) => from.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
}

const listFields = (within: Element): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(
    'input:not([type=hidden], [hidden], :disabled), select, textarea, button:not(:disabled)',
  ),
];

const KEY = 'rung-kept-form';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** What a form shows, by control. */
export type Typed = Record<string, string | boolean>;
type Kept = { path: string; owner: string; values: Typed };

/** What finds a control again on the page drawn anew; null for what is not to be kept. */
function nameControl(element: Element): string | null {
  const isControl =
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement;
  if (!isControl || /^(hidden|password|file|submit)$/.test(element.type)) return null;
  return element.id || `${element.name}=${element.value}`;
}

const isBox = (control: Control) =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

/** What the controls of a form show by now, or what they were drawn with. */
export function readTyped(form: HTMLFormElement, when: 'now' | 'drawn' = 'now'): Typed {
  const values: Typed = {};
  for (const element of form.elements) {
    const name = nameControl(element);
    if (!name) continue;
    values[name] = when === 'now' ? readNow(element as Control) : readDrawn(element as Control);
  }
  return values;
}

const readNow = (control: Control): string | boolean =>
  isBox(control) ? (control as HTMLInputElement).checked : control.value;

function readDrawn(control: Control): string | boolean {
  if (control instanceof HTMLSelectElement)
    return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? '';
  return isBox(control) ? (control as HTMLInputElement).defaultChecked : control.defaultValue;
}

/** Puts values back into the controls that a form has of them. Answers whether it has any. */
export function writeTyped(form: HTMLFormElement, values: Typed): boolean {
  let isFound = false;
  for (const element of form.elements) {
    const value = values[nameControl(element) ?? ''];
    if (value === undefined) continue;
    isFound = true;
    const control = element as HTMLInputElement;
    if (typeof value === 'boolean') control.checked = value;
    else control.value = value;
  }
  return isFound;
}

/** Keeps what a form holds over one reload of the page, for the person whom it was drawn for. */
export function keepForm(form: HTMLFormElement, owner: string): void {
  const kept: Kept = { path: window.location.pathname, owner, values: readTyped(form) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is full or refused: the form itself still holds everything until it is left.
  }
}

/** Puts back what was kept, into the form that has the fields, once. */
export function restoreForm(form: HTMLFormElement, owner: string): void {
  const kept = readKept();
  if (!kept || kept.path !== window.location.pathname || kept.owner !== owner) return;
  if (writeTyped(form, kept.values)) sessionStorage.removeItem(KEY);
}

function readKept(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

const KEY = 'rung-kept-form';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Kept = { path: string; owner: string; values: Record<string, string | boolean> };

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

/** Keeps what a form holds over one reload of the page, for the person whom it was drawn for. */
export function keepForm(form: HTMLFormElement, owner: string): void {
  const values: Kept['values'] = {};
  for (const element of form.elements) {
    const name = nameControl(element);
    const control = element as HTMLInputElement;
    if (name) values[name] = isBox(control) ? control.checked : control.value;
  }
  const kept: Kept = { path: window.location.pathname, owner, values };
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
  let isFound = false;
  for (const element of form.elements) {
    const value = kept.values[nameControl(element) ?? ''];
    if (value === undefined) continue;
    isFound = true;
    const control = element as HTMLInputElement;
    if (typeof value === 'boolean') control.checked = value;
    else control.value = value;
  }
  if (isFound) sessionStorage.removeItem(KEY);
}

function readKept(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

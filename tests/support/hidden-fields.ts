const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" };

function readAttribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll(/&(#?\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

/** A form of a page as it would be sent by a button: what a browser would fill in for its hidden fields. */
type PageForm = { button: string; fields: [name: string, value: string][]; isAction: boolean };

/** The hidden fields in a piece of a page. */
export function readHiddenInputs(html: string): [name: string, value: string][] {
  const hidden = html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return hidden.map((tag) => [readAttribute(tag, 'name'), readAttribute(tag, 'value')]);
}

/** The forms of a page, once for each button. */
export function readForms(html: string): PageForm[] {
  return html
    .split('<form')
    .slice(1)
    .flatMap((part) => {
      const [form = ''] = part.split('</form>');
      const fields = readHiddenInputs(form);
      const isAction = fields.some(([name]) => name.startsWith('$ACTION'));
      const buttons = form.match(/<button[^>]*>[^<]*/g) ?? [];
      return buttons.map((text) => ({ button: text.slice(text.indexOf('>') + 1), fields, isAction }));
    });
}

/** The hidden fields of the first form of a page that holds the button. */
export function readHiddenFields(html: string, button: string): [name: string, value: string][] {
  const form = readForms(html).find((one) => one.button === button);
  if (!form) throw new Error(`The page has no form with the button ${button}.`);
  return form.fields;
}

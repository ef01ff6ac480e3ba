const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" };

function readAttribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll(/&(#?\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

/** The hidden fields of the first form of a page that holds the button. */
export function readHiddenFields(html: string, button: string): [name: string, value: string][] {
  const isWanted = (form: string) =>
    (form.match(/<button[^>]*>[^<]*/g) ?? []).some((text) => text.endsWith(`>${button}`));
  const form = html.split('<form').find((part) => isWanted(part.split('</form>')[0] ?? ''));
  if (!form) throw new Error(`The page has no form with the button ${button}.`);
  const hidden = form.split('</form>')[0]?.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return hidden.map((tag) => [readAttribute(tag, 'name'), readAttribute(tag, 'value')]);
}

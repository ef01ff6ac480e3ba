import type { APIRequestContext, APIResponse } from '@playwright/test';

type Fields = Readonly<Record<string, string | readonly string[]>>;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" };

function readAttribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll(/&(#?\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

/** The hidden fields of the form of a page that holds the button. */
function readHiddenFields(html: string, button: string): [name: string, value: string][] {
  const form = html.split('<form').find((part) => part.split('</form>')[0]?.includes(`>${button}</button>`));
  if (!form) throw new Error(`The page has no form with the button ${button}.`);
  const hidden = form.split('</form>')[0]?.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return hidden.map((tag) => [readAttribute(tag, 'name'), readAttribute(tag, 'value')]);
}

/** A form as a browser without script would send it: the hidden fields as the page has them, the others as given. */
export class PageForm {
  readonly #hidden: [name: string, value: string][];

  private constructor(
    readonly address: string,
    hidden: [name: string, value: string][],
  ) {
    this.#hidden = hidden;
  }

  static async load(request: APIRequestContext, address: string, button: string): Promise<PageForm> {
    const page = await request.get(address);
    return new PageForm(address, readHiddenFields(await page.text(), button));
  }

  /** The value of a hidden field. */
  read(name: string): string {
    return this.#hidden.find(([known]) => known === name)?.[1] ?? '';
  }

  /** Sends the form and follows nowhere. A field given here takes the place of the hidden one of its name. */
  post(request: APIRequestContext, fields: Fields, origin: string): Promise<APIResponse> {
    const multipart = new FormData();
    for (const [name, value] of this.#hidden) if (!Object.hasOwn(fields, name)) multipart.append(name, value);
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) multipart.append(name, one);
    return request.post(this.address, { multipart, headers: { origin }, maxRedirects: 0 });
  }
}

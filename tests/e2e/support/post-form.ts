import type { APIRequestContext, APIResponse } from '@playwright/test';
import { readHiddenFields } from '@/tests/support/hidden-fields';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form as a browser without script would send it: the hidden fields as the page has them, the others as given. */
export class PageForm {
  readonly #hidden: [name: string, value: string][];

  private constructor(
    readonly address: string,
    readonly origin: string,
    hidden: [name: string, value: string][],
  ) {
    this.#hidden = hidden;
  }

  static async load(request: APIRequestContext, address: string, button: string): Promise<PageForm> {
    const page = await request.get(address);
    return new PageForm(address, new URL(page.url()).origin, readHiddenFields(await page.text(), button));
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

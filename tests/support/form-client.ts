import { readHiddenFields } from './hidden-fields';

/** What a test sends and reads of an answer. */
export type Answer = { status: number; location: string | null; text: string };

/** A browser without script: keeps cookies, reads pages and sends their forms as they stand. */
export class FormClient {
  readonly cookies = new Map<string, string>();
  /** Every Set-Cookie that came, as it came. */
  readonly cookieLines: string[] = [];

  constructor(
    private readonly origin: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The header with which this browser is who it is. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Asks, and answers before the page is read. */
  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const { cookie } = this;
    return fetch(`${this.origin}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { origin: this.origin, ...this.headers, ...(cookie ? { cookie } : {}), ...init.headers },
    });
  }

  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await this.ask(path, init);
    for (const line of answer.headers.getSetCookie()) this.keepCookie(line);
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  }

  get(path: string): Promise<Answer> {
    return this.send(path);
  }

  /** Opens the page, and sends the form that holds the button with these fields and its hidden ones. */
  async submit(path: string, button: string, fields: Record<string, string | Blob>): Promise<Answer> {
    return this.post(path, await this.readForm(path, button), fields);
  }

  /** The hidden fields of the form that holds the button. */
  async readForm(path: string, button: string): Promise<[string, string][]> {
    return readHiddenFields((await this.get(path)).text, button);
  }

  post(path: string, hidden: [string, string][], fields: Record<string, string | Blob>): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of hidden) if (!(name in fields)) body.append(name, value);
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return this.send(path, { method: 'POST', body });
  }

  signUp(account: { email: string; password: string; name?: string }): Promise<Answer> {
    return this.submit('/sign-up', 'Create account', { name: 'Ada Lovelace', ...account });
  }

  signIn(account: { email: string; password: string }): Promise<Answer> {
    return this.submit('/sign-in', 'Sign in', account);
  }

  private keepCookie(line: string): void {
    this.cookieLines.push(line);
    const [pair = ''] = line.split(';', 1);
    const [name = '', ...value] = pair.split('=');
    const isGone = /max-age=0\b|expires=Thu, 01 Jan 1970/i.test(line) || value.join('=') === '';
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, value.join('='));
  }
}

import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { type AppServer, startAppServer } from '../../support/app-server';
import { type Answer, FormClient } from '../../support/form-client';
import { type MailServer, readMailText, startMailServer } from '../../support/mail-server';

type Account = { email: string; password: string };

export const invent = (): Account => ({
  email: `${randomUUID()}@example.org`,
  password: `ladder ${randomUUID()}`,
});

/** The built application on data of its own with a mail server beside it, and the people who read that mail. */
export class MailedServer {
  private constructor(
    readonly app: AppServer,
    readonly mail: MailServer,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<MailedServer> {
    const mail = await startMailServer();
    const sender = { SMTP_URL: mail.url, MAIL_FROM: 'Rung <rung@example.org>' };
    return new MailedServer(await startAppServer({ ...sender, ...settings }), mail);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.mail.stop();
  }

  open(address?: string): FormClient {
    return new FormClient(this.app.origin, address ? { 'x-forwarded-for': address } : {});
  }

  /** The links of a kind that were mailed to an address, the oldest first. */
  listLinks(to: string, subject: string): string[] {
    const mails = this.mail.mails.filter((mail) => mail.to.includes(to) && mail.source.includes(subject));
    return mails.map((mail) => {
      const link = /http:\/\/localhost:\d+(\/(?:reset-password|verify-email|keep-email)\/[\w-]{43})/.exec(
        readMailText(mail),
      );
      expect(link).not.toBeNull();
      return link?.[1] ?? '';
    });
  }

  /** The latest of them, once there are so many. */
  async waitForLink(to: string, subject: string, { count = 1 } = {}): Promise<string> {
    await expect
      .poll(() => this.listLinks(to, subject).length, { timeout: 15_000 })
      .toBeGreaterThanOrEqual(count);
    return this.listLinks(to, subject).at(-1) ?? '';
  }

  /** Opens a mailed link in a browser of its own and presses the button of the page that it leads to. */
  async follow(link: string, button: string, fields: Record<string, string> = {}): Promise<FormClient> {
    const browser = this.open();
    const page = (await browser.get(link)).location ?? '';
    expect((await browser.submit(page, button, fields)).status).toBe(303);
    return browser;
  }

  /** Asks for an account as somebody does who does not read the mail yet. */
  async askForAccount(account: Account, fields: Record<string, string> = {}): Promise<Answer> {
    return this.open().submit('/sign-up', 'Create account', { name: 'Ada', ...account, ...fields });
  }

  /** Makes an account as somebody does who reads their mail. The browser that confirmed is signed in. */
  async signUp(account: Account, fields: Record<string, string> = {}): Promise<FormClient> {
    expect((await this.askForAccount(account, fields)).text).toContain('An email is on its way to you');
    const link = await this.waitForLink(account.email, 'Confirm your address');
    const { password } = account;
    return this.follow(link, 'Confirm my address', { password });
  }
}

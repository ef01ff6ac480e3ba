import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMail } from '@/lib/reminders/mail';
import { type MailServer, startMailServer } from '@/tests/support/mail-server';

let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
});

afterAll(() => server.stop());

it.each([
  'ivan@xn--80a1acny.xn--p1ai',
  'иван@xn--80a1acny.xn--p1ai',
  'r&d@firm.example',
  'pat=1@example.org',
  "o'brien@example.org",
])('report 12: reaches %s', async (to) => {
  const mail = { to, subject: 'Set a new password', text: 'A link' };
  await sendMail(mail, { smtpUrl: server.url, from: 'Rung <rung@example.org>' });
  const [recipient] = server.mails.at(-1)?.to ?? [];
  // The test server shows a domain as people write it.
  expect(recipient?.replace('почта.рф', 'xn--80a1acny.xn--p1ai')).toBe(to);
});

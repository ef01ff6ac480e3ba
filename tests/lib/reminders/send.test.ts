import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { findLink, takeLink } from '@/lib/auth/link-secret';
import type { UserId } from '@/lib/auth/user-id';
import { addDays } from '@/lib/domain/day';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { getAccount, saveAccount, saveEmail } from '@/lib/queries/people';
import { sendReminders } from '@/lib/reminders/send';
import { makePerson, setUpDatabase } from '@/tests/support/database';

setUpDatabase();

const mails: { to: string[]; text: string }[] = [];
let isRefusing = false;
let smtpUrl = '';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, callback) =>
    callback(isRefusing ? Object.assign(new Error('Not now'), { responseCode: 451 }) : null),
  onData: (stream, session, callback) => {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (part: string) => {
      text += part;
    });
    stream.on('end', () => {
      mails.push({ to: session.envelope.rcptTo.map((one) => one.address), text });
      callback();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(async () => {
  mails.length = 0;
  isRefusing = false;
});

const due = new Date('2026-03-15T12:00:00Z');
const send = (now = due) =>
  sendReminders({ now, smtpUrl, from: 'Rung <rung@example.org>', origin: 'https://rung.example.org' });

async function makeReminded({
  isConfirmed = true,
  takenAt = new Date('2026-03-01T12:00:00Z'),
} = {}): Promise<UserId> {
  const user = await makePerson();
  await saveAccount(user, { settings: { isReminderMailed: true, reminderWeeks: 2 } });
  const { email } = await getAccount(user);
  if (isConfirmed) await saveEmail(user, { email, verifiedAt: '2026-03-01T12:00:00.000Z' });
  await saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c1',
    note: 'private note',
    ratings: [{ skill: 'coding', level: 2, evidence: 'private evidence', sure: null }],
    requestKey: 'k',
    takenAt,
  });
  return user;
}

const unfold = (text: string) =>
  text
    .replace(/\r\n[ \t]/g, ' ')
    .replace(/=\r\n/g, '')
    .replaceAll('=3D', '=');

it('sends one mail however often it runs, also twice at once', async () => {
  const user = await makeReminded();
  expect(await send(new Date('2026-03-14T12:00:00Z'))).toEqual({ sent: 0, failed: 0 });
  const answers = await Promise.all([send(), send()]);
  expect(answers.reduce((sum, answer) => sum + answer.sent, 0)).toBe(1);
  expect(await send()).toEqual({ sent: 0, failed: 0 });
  expect(mails.map((mail) => mail.to)).toEqual([[(await getAccount(user)).email]]);
  expect(mails[0]?.text).toContain('Check in again');
  expect(mails[0]?.text).toContain('(15 March 2026)');
  expect(mails[0]?.text).not.toContain('private');
});

it('writes days as the person’s region does', async () => {
  await saveAccount(await makeReminded(), { region: 'US' });
  await send();
  expect(mails[0]?.text).toContain('(March 15, 2026)');
});

it('lets the reader unsubscribe with one click, once', async () => {
  // The link of the mail ends a year after it, so it is of today.
  const now = new Date();
  const user = await makeReminded({ takenAt: new Date(addDays(now.toISOString().slice(0, 10), -15)) });
  await send(now);
  const mail = unfold(mails.at(-1)?.text ?? '');
  expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  const [, secret = ''] =
    /^List-Unsubscribe: <https:\/\/rung\.example\.org\/unsubscribe\/([\w-]+)>\r?$/m.exec(mail) ?? [];
  expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16);
  expect(await findLink(secret, 'feed')).toBeNull();
  expect((await takeLink(secret, 'unsubscribe'))?.userId).toBe(user);
  expect(await takeLink(secret, 'unsubscribe')).toBeNull();
});

it('tries again what the mail server refused', async () => {
  await makeReminded();
  isRefusing = true;
  expect(await send()).toEqual({ sent: 0, failed: 1 });
  isRefusing = false;
  expect(await send()).toEqual({ sent: 1, failed: 0 });
  expect(mails).toHaveLength(1);
});

it('is silent to who does not want mail, and about what was due long ago', async () => {
  const user = await makeReminded();
  await saveAccount(user, { settings: { isReminderMailed: false } });
  expect((await send()).sent).toBe(0);
  await saveAccount(user, { settings: { isReminderMailed: true } });
  expect((await send(new Date('2026-06-01T12:00:00Z'))).sent).toBe(0);
});

it('sends nothing to an address that nobody has confirmed', async () => {
  const { email } = await getAccount(await makeReminded({ isConfirmed: false }));
  await send();
  expect(mails.flatMap((mail) => mail.to)).not.toContain(email);
});

it('refuses to run without a mail server', async () => {
  await expect(sendReminders({ smtpUrl: '', from: '' })).rejects.toThrow('SMTP_URL');
});

import { deleteAccount } from '@/lib/queries/accounts';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getRosterEntry, listRoster, type RosterEntry } from '@/lib/queries/roster';
import { countOwnRows } from '@/lib/queries/row-counts';
import { deleteSecondFactor } from '@/lib/queries/second-factors';
import { deleteSessions } from '@/lib/queries/sessions';
import { saveSuspension } from '@/lib/queries/suspensions';
import { countUnreadableText, mendUnreadableText } from '@/lib/queries/unreadable-text';
import { formatCount } from '@/lib/wording/format';

/** What `npm run people` can do, each to one account. */
const ACTS = {
  show,
  suspend,
  resume,
  'end-sessions': endSessions,
  'second-factor-off': switchSecondFactorOff,
  mend,
  delete: deletePerson,
} satisfies Record<string, (person: RosterEntry) => Promise<string>>;

export const PEOPLE_ACTS = Object.keys(ACTS) as (keyof typeof ACTS)[];

/** And what it can do to everybody. */
const ACTS_ON_ALL = { list, mend: mendAll };

export const ACTS_ON_EVERYBODY = Object.keys(ACTS_ON_ALL) as (keyof typeof ACTS_ON_ALL)[];

export type PeopleRequest =
  | { act: keyof typeof ACTS_ON_ALL; email?: undefined }
  | { act: keyof typeof ACTS; email: string };

/** Every act is a security event of the account, noted before it is done: none is done that nobody knows of. */
const BY_OPERATOR = { by: 'operator' };

export async function actOnPeople(request: PeopleRequest): Promise<{ isDone: boolean; text: string }> {
  if (request.email === undefined) return { isDone: true, text: await ACTS_ON_ALL[request.act]() };
  const person = await getRosterEntry(request.email);
  if (!person) return { isDone: false, text: 'No account has this address.' };
  return { isDone: true, text: await ACTS[request.act](person) };
}

const note = (person: RosterEntry, kind: Parameters<typeof saveAuditEvent>[0]['kind']) =>
  saveAuditEvent({ personId: person.id, kind, detail: BY_OPERATOR });

async function list(): Promise<string> {
  await saveAuditEvent({ personId: null, kind: 'accounts-listed', detail: BY_OPERATOR });
  const rows: string[][] = [['ADDRESS', 'MADE', 'LAST SEEN', 'STATE']];
  for await (const person of listRoster())
    rows.push([
      toPlain(person.email),
      toDay(person.createdAt),
      toDay(person.lastSeenAt),
      describeState(person),
    ]);
  return alignColumns(rows);
}

function describeState({ suspendedAt, emailVerifiedAt }: RosterEntry): string {
  if (suspendedAt) return 'suspended';
  return emailVerifiedAt ? '' : 'address not confirmed';
}

async function show(person: RosterEntry): Promise<string> {
  await note(person, 'account-shown');
  const [counts, unreadable] = [await countOwnRows(person.id), await countUnreadableText(person.id)];
  return alignColumns([
    ['address', toPlain(person.email)],
    ['name', toPlain(person.name)],
    ['made', toDay(person.createdAt)],
    ['address confirmed', toDay(person.emailVerifiedAt)],
    ['password set', toDay(person.passwordChangedAt)],
    ['second factor since', toDay(person.secondFactorSince)],
    ['last seen', toDay(person.lastSeenAt)],
    ['suspended since', toDay(person.suspendedAt)],
    ...counts.map(({ table, rows }) => [`rows of ${table.replaceAll('_', ' ')}`, String(rows)]),
    ['rows with text to mend', String(unreadable)],
  ]);
}

async function suspend(person: RosterEntry): Promise<string> {
  await note(person, 'account-suspended');
  await saveSuspension(person.id, { isSuspended: true });
  return `${toPlain(person.email)} is suspended: every session has ended, nobody gets in, and nothing is lost. Undo it with: npm run people -- resume ${toPlain(person.email)}`;
}

async function resume(person: RosterEntry): Promise<string> {
  if (!person.suspendedAt) return `${toPlain(person.email)} was not suspended.`;
  await note(person, 'account-resumed');
  await saveSuspension(person.id, { isSuspended: false });
  return `${toPlain(person.email)} can be used again.`;
}

async function endSessions(person: RosterEntry): Promise<string> {
  await note(person, 'session-ended');
  const ended = await deleteSessions(person.id);
  return `${formatCount(ended, 'session')} of ${toPlain(person.email)} ended.`;
}

async function switchSecondFactorOff(person: RosterEntry): Promise<string> {
  if (!person.secondFactorSince) return `${toPlain(person.email)} had no second factor.`;
  await note(person, 'second-factor-off');
  await deleteSecondFactor(person.id);
  return `The second factor of ${toPlain(person.email)} and its recovery codes are off: the password alone signs in.`;
}

async function mend(person: RosterEntry): Promise<string> {
  return `${formatCount(await mendRows(person), 'row')} of ${toPlain(person.email)} mended.`;
}

async function mendAll(): Promise<string> {
  let rows = 0;
  for await (const person of listRoster()) rows += await mendRows(person);
  return `${formatCount(rows, 'row')} mended.`;
}

async function mendRows(person: RosterEntry): Promise<number> {
  if ((await countUnreadableText(person.id)) === 0) return 0;
  await note(person, 'text-mended');
  return mendUnreadableText(person.id);
}

async function deletePerson(person: RosterEntry): Promise<string> {
  const counts = await countOwnRows(person.id);
  await deleteAccount(person.id, { detail: BY_OPERATOR });
  const rows = counts.reduce((sum, count) => sum + count.rows, 0);
  return `The account of ${toPlain(person.email)} is deleted, with ${formatCount(rows, 'row')} of its own. Backups hold it until they are replaced.`;
}

/** What somebody else wrote, without what a terminal would obey or show in another order. */
function toPlain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
}

function toDay(instant: string | null): string {
  return instant?.slice(0, 10) ?? '–';
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  const toLine = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map(toLine).join('\n');
}

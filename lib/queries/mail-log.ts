import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { toJsonText } from '@/db/json-text';
import { mailLog } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { deleteInPieces } from './delete-in-pieces';

const CLAIM_MS = 60 * 60 * 1000;

/** The ids of the people who want reminders by e-mail and whose address is confirmed to be theirs. */
export async function listPeopleToRemind(): Promise<string[]> {
  const found = await getDatabase().read((reader) =>
    reader.all<{ id: string }>(
      sql`
        select id from person where json_extract(settings, '$.isReminderMailed') and email_verified_at is not null
          and suspended_at is null
        order by id`,
    ),
  );
  return found.map((row) => row.id);
}

/**
 * Claims mails for sending and answers the keys that are this caller's: of two senders at once one gets each. A claim
 * that was neither kept nor given back within an hour, because its sender died, can be claimed again.
 */
export async function claimMails(
  userId: UserId,
  { kind, dedupeKeys, now = new Date() }: { kind: string; dedupeKeys: readonly string[]; now?: Date },
): Promise<string[]> {
  const claimedAt = now.toISOString();
  const staleAt = new Date(now.getTime() - CLAIM_MS).toISOString();
  const rows = toJsonText(dedupeKeys.map((key) => [createId(), key]));
  const claimed = await getDatabase().write((tx) =>
    tx.all<{ key: string }>(sql`
      insert into mail_log (person_id, id, kind, dedupe_key, claimed_at)
      select ${userId}, value ->> 0, ${kind}, value ->> 1, ${claimedAt} from json_each(${rows}) where true
      on conflict (person_id, dedupe_key) do update set claimed_at = excluded.claimed_at
        where mail_log.sent_at is null and mail_log.claimed_at < ${staleAt}
      returning dedupe_key as "key"`),
  );
  return claimed.map((row) => row.key);
}

/** Notes that claimed mails are on their way, so that they are never sent again. */
export async function saveMailsSent(
  userId: UserId,
  { dedupeKeys, now = new Date() }: { dedupeKeys: readonly string[]; now?: Date },
): Promise<void> {
  await getDatabase().write((tx) =>
    tx.run(sql`
      update mail_log set sent_at = ${now.toISOString()} where person_id = ${userId}
      and dedupe_key in (select value from json_each(${toJsonText(dedupeKeys)}))`),
  );
}

/** Gives claims back whose mail could not be sent, for the next run. */
export async function deleteMailClaims(userId: UserId, dedupeKeys: readonly string[]): Promise<void> {
  await getDatabase().write((tx) =>
    tx
      .delete(mailLog)
      .where(
        and(
          eq(mailLog.personId, userId),
          isNull(mailLog.sentAt),
          sql`${mailLog.dedupeKey} in (select value from json_each(${toJsonText(dedupeKeys)}))`,
        ),
      ),
  );
}

/** Forgets mails of before an instant, of which none is due any more. Returns how many there were. */
export function deleteOldMails({ before }: { before: Date }): Promise<number> {
  return deleteInPieces(mailLog, lt(mailLog.claimedAt, before.toISOString()));
}

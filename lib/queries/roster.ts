import { sql } from 'drizzle-orm';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';
import { toAddress } from './people';

/** An account as whoever runs the server sees it: who it is and whether it is used, and nothing that they wrote. */
export type RosterEntry = {
  id: UserId;
  email: string;
  name: string;
  createdAt: string;
  emailVerifiedAt: string | null;
  suspendedAt: string | null;
  /** Of a session that still stands. */
  lastSeenAt: string | null;
  passwordChangedAt: string | null;
  secondFactorSince: string | null;
};

const SELECT = sql`
  select id, email, name, created_at as "createdAt", email_verified_at as "emailVerifiedAt", suspended_at as "suspendedAt",
    (select max(last_seen_at) from session where person_id = person.id) as "lastSeenAt",
    (select changed_at from credential where person_id = person.id) as "passwordChangedAt",
    (select max(confirmed_at) from second_factor where person_id = person.id) as "secondFactorSince"
  from person`;

const PAGE = 500;

/** Everybody, by address, some at a time. Only for whoever runs the server. */
export async function* listRoster(): AsyncGenerator<RosterEntry> {
  for (let after = ''; ; ) {
    const page = await getDatabase().read((reader) =>
      reader.all<RosterEntry>(sql`${SELECT} where email > ${after} order by email limit ${PAGE}`),
    );
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.email;
  }
}

/** The account of an address, or null. Only for whoever runs the server, who may act for its owner. */
export async function getRosterEntry(email: string): Promise<RosterEntry | null> {
  const [found] = await getDatabase().readLatest((reader) =>
    reader.all<RosterEntry>(sql`${SELECT} where email = ${toAddress(email)}`),
  );
  return found ?? null;
}

import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns';
import { owner } from './people';

export type LinkPurpose =
  | 'feed'
  | 'sign-up'
  | 'reset-password'
  | 'verify-email'
  | 'change-email'
  | 'keep-email'
  | 'unsubscribe'
  | 'second-look'
  | 'shared';

/** A secret link is kept only as its hash. `detail` is what the link acts on, such as a new e-mail address. */
export const linkToken = sqliteTable(
  'link_token',
  {
    hash: text('hash').primaryKey(),
    personId: owner(),
    purpose: text('purpose').$type<LinkPurpose>().notNull(),
    detail: text('detail'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('link_token_person').on(table.personId, table.purpose),
    index('link_token_expiry').on(table.expiresAt),
  ],
);

/** Who may make an account where not everybody may. The code is kept only as its hash. */
export const invitation = sqliteTable('invitation', {
  email: text('email').primaryKey(),
  codeHash: text('code_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openShared } from '@/app/(by-link)/shared/[token]/load-shared';
import { throttle } from '@/db/schema';
import { makeLink } from '@/lib/auth/link-secret';
import { getDatabase } from '@/lib/queries/database';
import { saveNewSharedPage } from '@/lib/queries/shared-pages';
import { makePerson, setUpDatabase } from '../support/database';

let address = '';

// Only a request of the running app has a browser behind it.
vi.mock('@/lib/auth/asker', () => ({ readAsker: async () => ({ address }) }));

setUpDatabase();

const OFTEN = 'too often from where you are';

async function share(): Promise<string> {
  const user = await makePerson();
  const endsAt = new Date('2130-01-02');
  const page = { career: 'devops', name: 'Lead', kind: 'gap', parts: [], since: null } as const;
  const id = await saveNewSharedPage(user, { ...page, parts: [], until: '2130-01-01', endsAt });
  return makeLink(user, { purpose: 'shared', detail: id, expiresAt: endsAt });
}

/** As if so many had been there before. */
const setCounts = (count: number) => getDatabase().write((tx) => tx.update(throttle).set({ count }));

async function open(from: string, token: string): Promise<'page' | 'nothing' | string> {
  address = from;
  const answer = await openShared(token);
  if (answer === null) return 'nothing';
  return typeof answer === 'string' ? answer : 'page';
}

beforeEach(() => getDatabase().write((tx) => tx.delete(throttle)));

describe('opening shared pages', () => {
  it('security 10.j: is limited from one address, and goes on from others', async () => {
    const token = await share();
    expect(await open('198.51.100.1', token)).toBe('page');
    await setCounts(1199);
    expect(await open('198.51.100.1', token)).toBe('page');
    expect(await open('198.51.100.1', token)).toContain(OFTEN);
    expect(await open('198.51.100.1', await share())).toContain(OFTEN);
    expect(await open('203.0.113.1', token)).toBe('page');
  });

  it('security 10.j: is limited from one network, whatever the addresses are, and in all', async () => {
    const token = await share();
    expect(await open('2001:db8:1:1::1', token)).toBe('page');
    await setCounts(3599);
    expect(await open('2001:db8:1:2::1', token)).toBe('page');
    expect(await open('2001:db8:1:3::1', token)).toContain(OFTEN);
    expect(await open('2001:db8:2:1::1', token)).toBe('page');
    await setCounts(60_000);
    expect(await open('2001:db8:3:1::1', token)).toContain('asked for more');
  });

  it('security 10.j: tells who guesses links nothing more after 120 of them, not even of a right one', async () => {
    const token = await share();
    expect(await open('198.51.100.7', 'x'.repeat(43))).toBe('nothing');
    await setCounts(120);
    expect(await open('198.51.100.7', 'y'.repeat(43))).toBe('nothing');
    expect(await open('198.51.100.7', token)).toContain(OFTEN);
    expect(await open('203.0.113.7', token)).toBe('page');
  });
});

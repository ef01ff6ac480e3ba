import { describe, expect, it, vi } from 'vitest';
import { countLargeWork, describeWait, refuseExport } from '@/lib/auth/person-throttle';
import { makePerson, setUpDatabase } from '../../support/database';

vi.hoisted(() => {
  process.env.LIMIT_IMPORTS_PER_HOUR = '2';
});

setUpDatabase();

const at = (minutes: number) => ({ now: new Date(Date.UTC(2026, 10, 27, 12, minutes)) });

describe('large work', () => {
  it('security 5.d: is done so often in an hour for each person and kind, and again after an hour', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    expect(await countLargeWork(ada, 'import', at(0))).toBe(0);
    expect(await countLargeWork(ada, 'import', at(1))).toBe(0);
    expect(await countLargeWork(ada, 'import', at(2))).toBe(3600);
    expect(await countLargeWork(ada, 'import', at(32))).toBe(1800);
    expect(await countLargeWork(ada, 'export', at(32))).toBe(0);
    expect(await countLargeWork(bob, 'import', at(32))).toBe(0);
    expect(await countLargeWork(ada, 'import', at(63))).toBe(0);
  });

  it('security 5.d: is refused with the time to wait', async () => {
    const answer = refuseExport(90);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '90']);
    expect(await answer.text()).toContain('Wait 2 minutes and try again.');
    expect(describeWait(30)).toBe('a minute');
  });
});

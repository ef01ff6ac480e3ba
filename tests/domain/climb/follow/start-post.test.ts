import { describe, expect, it } from 'vitest';
import { startPost } from '@/lib/domain/climb/follow/start-post';

const desk = { id: 'a', post: 'entry-role-it-support', since: '2025-03', until: null };

describe('startPost', () => {
  it('begins in the month of the day, and ends what was held with the month before', () => {
    expect(startPost([desk], { post: 'linux-administrator', startedOn: '2027-01-18' })).toEqual({
      added: { post: 'linux-administrator', since: '2027-01', until: null },
      ended: [{ ...desk, until: '2026-12' }],
    });
  });

  it('leaves alone what had ended, and ends what began this month with it', () => {
    const over = { ...desk, id: 'b', until: '2026-02' };
    const fresh = { ...desk, id: 'c', since: '2027-01' };
    const { ended } = startPost([over, fresh], { post: 'linux-administrator', startedOn: '2027-01-18' });
    expect(ended).toEqual([{ ...fresh, until: '2027-01' }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { RatingFields } from '@/lib/domain/check-in';
import {
  deleteOldRatingDrafts,
  deleteRatingDrafts,
  listRatingDrafts,
  saveRatingDraft,
} from '@/lib/queries/rating-drafts';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const CAREER = 'devops';
const fields = (level: RatingFields['level']): RatingFields => ({ level, evidence: '“x” 😀', sure: 'high' });
const on = (day: string) => new Date(`${day}T12:00:00Z`);

describe('a check-in that is being filled in', () => {
  it('is kept skill by skill, the last of each, for its person alone', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const now = on('2026-03-01');
    await saveRatingDraft(ada, { career: CAREER, skill: 'coding', entered: fields('2'), now });
    await saveRatingDraft(ada, { career: CAREER, skill: 'coaching', entered: fields('0'), now });
    await saveRatingDraft(ada, { career: CAREER, skill: 'coding', entered: fields('3'), now });
    const kept = await listRatingDrafts(ada, CAREER, now);
    expect(kept.map(({ skill, entered }) => [skill, entered])).toEqual([
      ['coaching', fields('0')],
      ['coding', fields('3')],
    ]);
    expect(await listRatingDrafts(bob, CAREER, now)).toEqual([]);
    await saveRatingDraft(ada, { career: CAREER, skill: 'coding', entered: null, now });
    expect(await listRatingDrafts(ada, CAREER, now)).toHaveLength(1);
  });

  it('goes when it is saved, but for what another tab has entered since', async () => {
    const ada = await makePerson();
    const [first, later] = [on('2026-03-01'), on('2026-03-02')];
    await saveRatingDraft(ada, { career: CAREER, skill: 'coding', entered: fields('2'), now: first });
    await saveRatingDraft(ada, { career: CAREER, skill: 'coaching', entered: fields('1'), now: later });
    await deleteRatingDrafts(ada, { career: CAREER, until: first.toISOString() });
    expect((await listRatingDrafts(ada, CAREER, later)).map(({ skill }) => skill)).toEqual(['coaching']);
  });

  it('is forgotten after thirty days, and counts for nothing from then on', async () => {
    const ada = await makePerson();
    await saveRatingDraft(ada, {
      career: CAREER,
      skill: 'coding',
      entered: fields('2'),
      now: on('2025-01-01'),
    });
    await saveRatingDraft(ada, {
      career: CAREER,
      skill: 'coaching',
      entered: fields('2'),
      now: on('2025-01-20'),
    });
    const now = on('2025-02-05');
    expect((await listRatingDrafts(ada, CAREER, now)).map(({ skill }) => skill)).toEqual(['coaching']);
    expect(await deleteOldRatingDrafts({ now })).toBe(1);
    expect(await listRatingDrafts(ada, CAREER, now)).toHaveLength(1);
  });
});

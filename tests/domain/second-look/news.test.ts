import { describe, expect, it } from 'vitest';
import { listSecondLookNews } from '@/lib/domain/second-look/news';

const answer = (secondLookId: string, skill: string, changedOn: string) => ({
  secondLookId,
  name: `Name of ${secondLookId}`,
  skill,
  changedOn,
});

describe('what came of those who were asked', () => {
  it('is a line for each of them, with the skills of the last two weeks', () => {
    const answers = [
      answer('one', 'coding', '2026-11-28'),
      answer('one', 'coaching', '2026-11-15'),
      answer('two', 'coding', '2026-11-20'),
    ];
    expect(listSecondLookNews(answers, '2026-11-28')).toEqual([
      { look: 'one', name: 'Name of one', skills: ['coding', 'coaching'] },
      { look: 'two', name: 'Name of two', skills: ['coding'] },
    ]);
  });

  it('is nothing once fourteen days have passed', () => {
    expect(listSecondLookNews([answer('one', 'coding', '2026-11-14')], '2026-11-28')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { computeStanding, type Ratings } from '@/lib/domain/climb/standing';
import { describeGapRow, listOpened, sortBySize } from '@/lib/wording/gap-rows';

const career = loadCareer();
const role = career.roleById.get('devops-engineer') ?? expect.fail('no role');
const rowOf = (skill: string, ratings: Ratings) =>
  computeStanding(career, { role, ratings }).rows.find((row) => row.skill.id === skill) ?? expect.fail(skill);
const describeOf = (skill: string, ratings: Ratings) =>
  describeGapRow(career, { row: rowOf(skill, ratings), closing: [] });

describe('a row of the gap in words', () => {
  it('says how much of the next level is there and what is missing of it', () => {
    const levels = { 'server-administration': 3 } as const;
    const except = ['server-prove-a-restore', 'server-watch-a-service'];
    expect(except.every((id) => career.canDoById.get(id)?.level === 3)).toBe(true);
    const row = describeOf('server-administration', { levels, also: [], except });
    expect(row.summary).toBe('4 of 6 at level 3');
    expect(row.missing?.split(', ').sort()).toEqual(['prove a restore', 'watch a service']);
    expect(row.opened?.after).toBeNull();
    expect(row.filled).toBeCloseTo(2 + 4 / 6);
  });

  it('opens one level alone, and says how much comes after', () => {
    const row = rowOf('coding', { levels: { coding: 1 }, also: [], except: [] });
    const opened = listOpened(row);
    expect(new Set(opened.map(({ level }) => level))).toEqual(new Set([2]));
    const { opened: words } = describeGapRow(career, { row, closing: [] });
    expect(words?.topics.flatMap(({ canDos }) => canDos).sort()).toEqual(
      opened.map(({ text }) => text).sort(),
    );
    expect(words?.after).toBe(`After that ${row.missing.length - opened.length} more, up to level 3.`);
  });

  it('tells what is asked beyond the target, what is met and what is not asked for', () => {
    const at = (level: 0 | 2 | 5) => Object.fromEntries(career.skills.map(({ id }) => [id, level]));
    const ratings = { levels: at(2), also: [], except: [] };
    expect(describeOf('systems-design-integration', ratings).summary).toBe('0 of 2 beyond level 2');
    expect(describeOf('coding', { ...ratings, levels: at(5) })).toMatchObject({
      summary: 'Met',
      missing: null,
      opened: null,
      filled: 5,
    });
    const analyst = career.roleById.get('data-analyst') ?? expect.fail('no role');
    const { rows } = computeStanding(career, { role: analyst, ratings: { ...ratings, levels: at(0) } });
    const server = rows.find(({ skill }) => skill.id === 'server-administration') ?? expect.fail('no row');
    expect(describeGapRow(career, { row: server, closing: [] }).summary).toBe('Not asked for');
  });

  it('says how far what is true is proved, where anybody is asked', () => {
    const row = rowOf('coding', { levels: { coding: 1 }, also: [], except: [] });
    expect(describeGapRow(career, { row, closing: [] }).proof).toBeNull();
    const proof = { claimed: 1200, shown: 1, confirmed: 0 };
    expect(describeGapRow(career, { row, closing: [], proof }).proof).toBe(
      '1 shown by evidence, 1,200 by own rating alone',
    );
  });

  it('puts the largest gap first', () => {
    const { rows } = computeStanding(career, {
      role,
      ratings: { levels: { coding: 3 }, also: [], except: [] },
    });
    const sizes = sortBySize(rows).map(({ target, points }) => target - points);
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    expect(rows.map(({ skill }) => skill.id)).toEqual(career.skills.map(({ id }) => id));
  });
});

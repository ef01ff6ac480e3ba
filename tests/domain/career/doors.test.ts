import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { isRankDown, listDoors, type Seeker } from '@/lib/domain/career/doors';

const career = loadCareer();
const nobody: Seeker = { region: 'UK', holdings: [], posts: [], hasMoved: false };
const read = (post: string, seeker: Partial<Seeker>): string =>
  listDoors(career, post, { ...nobody, ...seeker }).join(' ');

describe('what else is looked for beside a post', () => {
  it('tells where apprenticeships are found, when they start and what they ask, and the help desk beside them', () => {
    const text = read('apprentice-devops-engineer', {});
    expect(text).toMatch(/apprenticeship search/);
    expect(text).toMatch(/September/);
    expect(text).toMatch(/English and maths/);
    expect(text).toMatch(/help-desk posts/);
  });

  it('names the apprenticeship to who leaves school for a help desk, and to nobody with a degree or a post', () => {
    expect(read('entry-role-it-support', { holdings: ['out-of-work'] })).toMatch(/degree apprenticeships/);
    expect(read('entry-role-it-support', { holdings: ['bachelors-other'] })).not.toMatch(/apprenticeship/);
    expect(read('second-line-support', { posts: ['entry-role-it-support'] })).not.toMatch(/apprenticeship/);
  });

  it('says nothing British to who lives elsewhere, and names remote work there', () => {
    const text = read('entry-role-junior-developer', { region: 'any', holdings: ['bachelors-related'] });
    expect(text).not.toMatch(/graduate|GCSE|maintained school/i);
    expect(text).toMatch(/remote posts/);
    expect(career.postById.get('entry-role-junior-developer')?.howToGet).not.toMatch(/graduate/i);
    expect(read('entry-role-junior-developer', {})).not.toMatch(/remote/);
  });

  it('names returner programmes after a break, and clearance to who leaves the forces', () => {
    expect(read('build-engineer', { holdings: ['career-break'] })).toMatch(/returner programmes/);
    expect(read('build-engineer', {})).not.toMatch(/returner/);
    // Who is back at work is no returner any more.
    const back = { holdings: ['career-break'], posts: ['qa-engineer'] };
    expect(read('build-engineer', { ...back, hasMoved: true })).not.toMatch(/returner/);
    expect(read('build-engineer', back)).toMatch(/returner/);
    const leaver = read('system-administrator', { holdings: ['forces-service', 'led-people'] });
    expect(leaver).toMatch(/clearance/);
    expect(leaver).toMatch(/service ends/);
    expect(leaver).not.toMatch(/teacher/);
  });

  it('names developer posts to a developer who looks for a junior DevOps post', () => {
    const asked = { holdings: ['out-of-work'], posts: ['entry-role-junior-developer'] };
    expect(read('junior-devops-engineer', asked)).toMatch(/developer posts in the same weeks/);
    expect(read('junior-devops-engineer', {})).not.toMatch(/developer posts in the same weeks/);
  });

  it('tells who is out of work that they need not wait, and what to take if rent is due', () => {
    const asked = { holdings: ['out-of-work'], posts: ['entry-role-junior-developer'] };
    expect(read('junior-devops-engineer', asked)).toMatch(/apply from the first week on/);
    expect(read('junior-devops-engineer', {})).not.toMatch(/apply from the first week on/);
  });

  it('speaks of leaving the forces before the first post only', () => {
    const asked = { holdings: ['forces-service'], posts: ['system-administrator'] };
    expect(read('security-analyst', asked)).not.toMatch(/clearance/);
  });

  it('tells who works elsewhere about their notice, and not who is out of work', () => {
    expect(read('junior-data-analyst', {})).toMatch(/your notice comes on top/);
    expect(read('junior-data-analyst', { holdings: ['out-of-work'] })).not.toMatch(/notice/);
  });

  it('knows a post of a lower rank than one that was held', () => {
    expect(isRankDown(career, 'senior-devops-engineer', { posts: ['engineering-manager'] })).toBe(true);
    expect(isRankDown(career, 'senior-devops-engineer', { posts: ['devops-engineer'] })).toBe(false);
    expect(isRankDown(career, 'entry-role-it-support', nobody)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { MOST_QUESTIONS, pickQuestions } from '@/lib/domain/climb/questions';
import { listTrue, type Ratings } from '@/lib/domain/climb/standing';
import { expectHeld } from '@/tests/support/expect-held';

const career = loadCareer();
const role = 'devops-engineer';
const rate = (level: 0 | 1 | 2 | 3 | 4 | 5): Ratings => ({
  levels: Object.fromEntries(career.skills.map(({ id }) => [id, level])),
  also: [],
  except: [],
});
const pick = (ratings: Ratings, more: Partial<Parameters<typeof pickQuestions>[1]> = {}) =>
  pickQuestions(career, { role, ratings, done: [], posts: [], ...more });

describe('the questions before a first plan', () => {
  it('are at most twelve of what the goal asks for and a rated level credits, one of a topic', () => {
    const held = { questions: 0 };
    for (const one of career.roles)
      for (const level of [1, 2, 3, 4, 5] as const) {
        const ratings = rate(level);
        const questions = pick(ratings, { role: one.id });
        const known = listTrue(career, ratings);
        expect(questions.length).toBeLessThanOrEqual(MOST_QUESTIONS);
        const topics = questions.map(({ skill, topic }) => `${skill}/${topic}`);
        expect(new Set(topics).size).toBe(topics.length);
        for (const { id } of questions) {
          held.questions += 1;
          expect(known.has(id) && career.askedByRole.get(one.id)?.has(id)).toBe(true);
        }
      }
    expectHeld(held);
  });

  it('are the same for the same person, whatever order their ratings come in', () => {
    const ratings = rate(3);
    const turned = Object.fromEntries(Object.entries(ratings.levels).toReversed());
    expect(pick({ ...ratings, levels: turned })).toEqual(pick(ratings));
  });

  it('ask an experienced person after the core of the work, near to what they rated', () => {
    const questions = pick(rate(3));
    expect(questions).toHaveLength(MOST_QUESTIONS);
    const topics = questions.map(({ topic }) => topic);
    expect(topics).toEqual(
      expect.arrayContaining(['infrastructure-as-code', 'containers-and-orchestration']),
    );
    expect(questions.filter(({ level }) => level >= 2).length).toBeGreaterThan(8);
  });

  it('ask nobody who rated nothing, nor after what stands out already', () => {
    expect(pick(rate(0))).toEqual([]);
    const [first, second] = pick(rate(3)).map(({ id }) => id);
    const ratings = { ...rate(3), except: [first ?? ''], also: [second ?? ''] };
    const ids = pick(ratings).map(({ id }) => id);
    expect([ids.includes(first ?? ''), ids.includes(second ?? '')]).toEqual([false, false]);
  });

  it('leave out what a finished step or a post has shown', () => {
    const questions = pick(rate(3));
    const shownBy = (id: string) =>
      career.steps.find(({ status, teaches }) => status === 'active' && teaches.includes(id));
    const step = shownBy(questions[0]?.id ?? '');
    const after = pick(rate(3), { done: [step?.id ?? ''] }).map(({ id }) => id);
    expect(after.filter((id) => step?.teaches.includes(id))).toEqual([]);
    const post = career.posts.find(({ teaches }) =>
      teaches.some((id) => questions.some((one) => one.id === id)),
    );
    const inPost = pick(rate(3), { posts: [{ post: post?.id ?? '', weeks: 500, current: true }] });
    expect(inPost.filter(({ id }) => post?.teaches.includes(id))).toEqual([]);
    expect(post).toBeDefined();
  });

  it('leave out what every way to something missing teaches', () => {
    const active = career.steps.filter(({ status }) => status === 'active');
    const held = { taughtAnyway: 0 };
    for (const one of career.roles)
      for (const level of [1, 2, 3] as const) {
        const known = listTrue(career, rate(level));
        const ids = new Set(pick(rate(level), { role: one.id }).map(({ id }) => id));
        for (const id of career.askedByRole.get(one.id) ?? []) {
          const ways = active.filter(({ teaches }) => teaches.includes(id));
          if (known.has(id) || ways.length === 0) continue;
          const anyway = (ways[0]?.teaches ?? []).filter((taught) =>
            ways.every(({ teaches }) => teaches.includes(taught)),
          );
          held.taughtAnyway += anyway.filter((taught) => known.has(taught)).length;
          expect(anyway.filter((taught) => ids.has(taught))).toEqual([]);
        }
      }
    expectHeld(held);
  });
});

import { addDays, type Day } from '../day';

/** Days for which an answer is news. */
const NEWS_DAYS = 14;

type Answer = { secondLookId: string; name: string; skill: string; changedOn: Day };

/** What came from one person asked: ids of the skills that both have rated. */
export type SecondLookNews = { look: string; name: string; skills: string[] };

/** The answers of the last 14 days, a line for each second look, in the order in which the answers are given. */
export function listSecondLookNews(answers: readonly Answer[], today: Day): SecondLookNews[] {
  const since = addDays(today, -NEWS_DAYS);
  const news = new Map<string, SecondLookNews>();
  for (const { secondLookId: look, name, skill, changedOn } of answers) {
    if (changedOn <= since) continue;
    const line = news.get(look) ?? { look, name, skills: [] };
    line.skills.push(skill);
    news.set(look, line);
  }
  return [...news.values()];
}

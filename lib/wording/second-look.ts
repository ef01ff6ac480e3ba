import type { Agreement } from '@/lib/domain/second-look/kappa';
import type { SecondLookNews } from '@/lib/domain/second-look/news';
import { formatCount, formatList } from './format';

/** A difference of levels as the person asked sees it. */
export function describeApart(apart: number): string {
  if (apart === 0) return 'the same';
  const levels = Math.abs(apart) === 1 ? 'level' : 'levels';
  return `${Math.abs(apart)} ${levels} ${apart > 0 ? 'higher' : 'lower'}`;
}

/** How well two series agree, in the words of Landis and Koch (1977), which are a habit and no law. */
export function describeKappa({ kappa }: Pick<Agreement, 'kappa'>): string {
  if (kappa < 0) return 'less than chance would';
  if (kappa <= 0.2) return 'slightly';
  if (kappa <= 0.4) return 'fairly';
  if (kappa <= 0.6) return 'moderately';
  if (kappa <= 0.8) return 'substantially';
  return 'almost wholly';
}

/** Minutes that an answer takes: one for each skill and one to begin, as it was for who read every sentence. */
export function describeAnswerTime(skills: number): string {
  return `about ${formatCount(skills + 1, 'minute')}`;
}

/** That an answer came, for whoever asked. */
export function describeNews({ name, skills }: SecondLookNews, nameOf: (skill: string) => string): string {
  return `${name} has looked at ${formatList(skills.map(nameOf))} too.`;
}

/** That answers wait for the own ratings of whoever asked; what they are is not said. */
export function describeWaiting(skills: readonly string[]): string {
  const [answers, ratings] =
    skills.length === 1
      ? ['An answer', 'waits for your own rating']
      : ['Answers', 'wait for your own ratings'];
  return `${answers} on ${formatList(skills)} ${ratings}.`;
}

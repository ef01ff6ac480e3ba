import type { Metadata } from 'next';
import { FIND_MY_RUNG } from '@/app/header-frame';
import { Ladder } from '@/app/ladder';
import { loadCareer } from '@/lib/catalogue';
import { profileSchema } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { computeReadiness } from '@/lib/domain/climb/standing';
import { computeNextMonday } from '@/lib/domain/day';
import { formatCount } from '@/lib/wording/format';
import { planWords } from '@/lib/wording/plan-words';
import { describePage } from './describe-page';
import { SAMPLE_GOAL, SAMPLE_LEVELS } from './sample-person';
import { SamplePlan } from './sample-plan';

const TITLE = 'Rung: climb to a DevOps role';

export const metadata: Metadata = {
  ...describePage({
    title: TITLE,
    description:
      'Rate your skills, see how far you are from a DevOps role, and leave with a plan you can follow, fitted to your hours and your money.',
  }),
  title: { absolute: TITLE },
};

const PROMISES = [
  {
    title: 'Rate what can be seen',
    text: 'Six levels for each skill, each a sentence that is true of you or not. No stars, no guessing what a 3 means.',
  },
  {
    title: 'See the distance',
    text: 'Your levels beside the targets of every role, from apprentice to principal and the titles around them.',
  },
  {
    title: 'Leave with the best plan for you',
    text: 'Posts, degree, certification, courses, projects and practice, fitted to your hours, money and what you hold, with the reason for each step.',
  },
  {
    title: 'Come back and climb',
    text: 'Every check-in is kept with its date. Nothing overwrites it, and you can take all of it with you.',
  },
];

export default function LandingPage() {
  const career = loadCareer();
  const ratings = { levels: SAMPLE_LEVELS, also: [], except: [] };
  const rungs = career.roles
    .filter((role) => role.group === 'ladder')
    .sort((a, b) => (a.rung ?? 0) - (b.rung ?? 0))
    .map((role) => ({
      id: role.id,
      title: role.title,
      href: null,
      percent: computeReadiness(career, { role, ratings }),
      isGoal: role.id === SAMPLE_GOAL,
    }));
  const levelCount = career.skills.reduce((count, skill) => count + skill.levels.length, 0);
  const plan = solvePlan(
    career,
    profileSchema.parse({
      career: career.id,
      role: SAMPLE_GOAL,
      levels: SAMPLE_LEVELS,
      posts: [{ post: 'linux-administrator', weeks: 156, current: true }],
      preferences: { start: computeNextMonday(career.compiled) },
    }),
    { effort: 'quick', words: planWords },
  );
  return (
    <div data-own-start>
      <div className="grid items-center gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <h1 className="text-[clamp(2.2rem,1.4rem+3.4vw,3.8rem)]">Know your rung. Climb to the next.</h1>
          <p className="mt-4 mb-6 text-xl text-soft">
            DevOps is the work of keeping software moving from a change in its code to a service that people
            use, and of keeping that service well. Rate your skills, see how far you are from a role in it,
            and leave with a plan you can follow.
          </p>
          <p className="flex flex-wrap gap-3">
            <a href={FIND_MY_RUNG} className="button px-7 py-3 text-lg">
              Find my rung
            </a>
            <a href="/try" className="button px-7 py-3 text-lg" data-look="quiet">
              Try it without an account
            </a>
          </p>
          <p className="mt-2">
            Have an account?{' '}
            <a href="/sign-in" className="inline-flex min-h-11 items-center">
              Sign in
            </a>
          </p>
          <p className="hint mt-2">
            Free, and yours: {formatCount(career.skills.length, 'skill')}, {levelCount} level descriptions,{' '}
            {formatCount(career.roles.length, 'role')} and {formatCount(career.steps.length, 'step')} with
            their sources. Open source: run it yourself with one command.
          </p>
        </div>
        <section className="card" aria-labelledby="sample">
          <h2 id="sample" className="mb-1 text-xl">
            A sample climb
          </h2>
          <p className="hint mb-3">How much of each rung a system administrator might have reached.</p>
          <Ladder rungs={rungs} />
        </section>
      </div>
      <SamplePlan career={career} plan={plan} />
      <ul className="mt-12 grid gap-x-10 gap-y-6 border-t border-line pt-6 sm:grid-cols-2 lg:grid-cols-4">
        {PROMISES.map((promise) => (
          <li key={promise.title}>
            <h2 className="text-xl">{promise.title}</h2>
            <p className="mt-2 text-soft">{promise.text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

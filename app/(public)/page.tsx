import type { Metadata } from 'next';
import { Ladder } from '@/app/ladder';
import { loadCareer } from '@/lib/catalogue';
import { computeNextMonday } from '@/lib/domain/day';
import { computeGap } from '@/lib/domain/gap';
import { profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { formatCount } from '@/lib/wording/format';
import { describePage } from './describe-page';
import { SamplePlan } from './sample-plan';

const TITLE = 'Rung: climb towards a DevOps role';

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
    text: 'Degree, certification, entry role, courses, projects and practice, fitted to your hours, money and what you hold, with the reason for each step.',
  },
  {
    title: 'Come back and climb',
    text: 'Every check-in is kept with its date. Nothing overwrites it, and you can take all of it with you.',
  },
];

/** The person of the sample: a system administrator of some years. */
const SAMPLE_LEVELS = {
  'project-management': 2,
  coding: 1,
  'server-administration': 3,
  'information-security': 1,
  'systems-design-integration': 1,
  'engineering-maths-analysis': 2,
  communications: 3,
  coaching: 1,
  flexibility: 2,
  adaptability: 2,
} as const;

export default function LandingPage() {
  const career = loadCareer();
  const goal = career.roleById.get('devops-engineer');
  const rungs = career.roles
    .filter((role) => role.group === 'ladder')
    .sort((a, b) => (a.rung ?? 0) - (b.rung ?? 0))
    .map((role) => ({
      id: role.id,
      title: role.title,
      href: null,
      percent: computeGap(career, { role, levels: SAMPLE_LEVELS }).readiness,
      isGoal: role.id === goal?.id,
    }));
  const levelCount = career.skills.reduce((count, skill) => count + skill.levels.length, 0);
  const plan = solvePlan(
    career,
    profileSchema.parse({
      career: career.id,
      role: 'devops-engineer',
      levels: SAMPLE_LEVELS,
      holdings: ['related-experience', 'in-post'],
      preferences: { start: computeNextMonday(career.compiled) },
    }),
    { effort: 'quick' },
  );
  return (
    <div data-landing>
      <div className="grid items-center gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <h1 className="text-[clamp(2.6rem,1.6rem+4.4vw,4.6rem)]">Know your rung. Climb to the next.</h1>
          <p className="mt-6 mb-8 text-xl text-soft">
            Rung is for people who want to become a DevOps engineer, or to move up. Rate your skills, see how
            far you are from a role, and leave with a plan you can follow.
          </p>
          <a href="/sign-up" className="button px-7 py-3 text-lg">
            Find my rung
          </a>
          <p className="hint mt-4">
            Free, and yours: {formatCount(career.skills.length, 'skill')}, {levelCount} level descriptions,{' '}
            {formatCount(career.roles.length, 'role')} and {formatCount(career.steps.length, 'step')} with
            their sources.
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
      <ul className="mt-20 grid gap-x-10 gap-y-8 border-t border-line pt-10 sm:grid-cols-2 lg:grid-cols-4">
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

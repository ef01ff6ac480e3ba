import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/catalogue';
import { formatCount, formatDay } from '@/lib/wording/format';
import { describePage } from '../describe-page';
import { Part } from '../prose';
import { CostPart, PlanParts } from './plan-parts';
import { GapParts, RatingParts } from './rating-parts';
import { Studies } from './studies';

export const metadata: Metadata = describePage({
  title: 'How it works: every rule and formula',
  description:
    'How levels, gaps, readiness and plans are worked out, what “proved” means, and which figures are estimates.',
});

const CONTENTS = [
  { title: 'Rating', links: ['levels:Your level', 'rating:Why rating works so', 'progress:Progress'] },
  {
    title: 'The gap',
    links: ['gap:Gap', 'readiness:Readiness', 'band:Range', 'nearest:Nearest roles'],
  },
  {
    title: 'The plan',
    links: [
      'plan:What a plan is',
      'steps-in-play:Which steps',
      'when:When and how long',
      'best:The best plan',
      'proved:What “proved” means',
      'no-plan:No plan',
      'why:Why this step',
      'follow:While you follow it',
      'replanning:When things change',
      'forecast:The forecast',
      'cost:Cost',
    ],
  },
  { title: 'Where it is from', links: ['catalogue:The catalogue', 'studies:Studies'] },
] as const;

export default function MethodPage() {
  const career = loadCareer();
  return (
    <div className="flex flex-col gap-10">
      <header>
        <h1>How it works</h1>
        <p className="mt-4 text-lg text-soft">
          Every rule that Rung goes by, so that you can check a result with pencil and paper.
        </p>
      </header>
      <div className="grid items-start gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <nav
          aria-label="On this page"
          className="card grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:sticky lg:top-6 lg:order-last lg:grid-cols-1"
        >
          {CONTENTS.map((group) => (
            <div key={group.title}>
              <p className="label">{group.title}</p>
              <ul>
                {group.links.map((link) => {
                  const [id, label] = link.split(':');
                  return (
                    <li key={id}>
                      <a href={`#${id}`} className="inline-flex min-h-8 items-center">
                        {label}
                      </a>
                    </li>
                  );
                })}
              </ul>
            </div>
          ))}
        </nav>
        <div className="flex min-w-0 flex-col gap-12">
          <RatingParts career={career} />
          <GapParts />
          <PlanParts career={career} />
          <CostPart career={career} />
          <Catalogue career={career} />
          <Studies />
        </div>
      </div>
    </div>
  );
}

function Catalogue({ career }: { career: Career }) {
  const unpriced = career.steps.filter((step) => step.cost === null && step.planning.cost !== null).length;
  const estimated = career.steps.filter((step) => step.planning.basis === 'editorial').length;
  return (
    <Part id="catalogue" title="The catalogue">
      <p>
        Skills, roles, steps and figures come from one catalogue, compiled on {formatDay(career.compiled)}:{' '}
        {formatCount(career.skills.length, 'skill')}, {formatCount(career.roles.length, 'role')} and{' '}
        {formatCount(career.steps.length, 'step')}. Its version is a fingerprint of its content,{' '}
        <code className="[overflow-wrap:anywhere]">{career.version.slice(0, 12)}…</code>, and each plan names
        the version that it was made with.
      </p>
      <p>
        Facts such as prices and hours are given only where a source that we opened says so, and{' '}
        <a href="/steps">the page of each step</a> lists it. Of the steps, {estimated} have hours or weeks and{' '}
        {unpriced} have a price that are our own estimates; their pages say which. What a step raises, and
        which level a role asks for, is our judgement throughout. Sources were read as stored copies, some of
        them in part, so look at the dates.
      </p>
    </Part>
  );
}

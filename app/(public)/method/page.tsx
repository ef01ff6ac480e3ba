import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import { formatCount, formatDay } from '@/lib/wording/format';
import { describePage } from '../describe-page';
import { Points } from '../prose';
import { CostPart } from './cost-part';
import { FoldedPart, Parts } from './folded-part';
import { FollowParts } from './follow-parts';
import { GapParts } from './gap-parts';
import { PlanParts } from './plan-parts';
import { RatingParts } from './rating-parts';
import { Studies } from './studies';
import { WorkParts } from './work-parts';

export const metadata: Metadata = describePage({
  title: 'How it works: every rule and formula',
  description:
    'How levels, gaps, readiness and plans are worked out, what “proved” means, and which figures are estimates.',
});

export default function MethodPage() {
  const career = loadCareer();
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-3">
        <h1 className="text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">How it works</h1>
        <p className="text-lg text-soft">
          Every rule that Rung goes by, so that you can check a result with pencil and paper. In short:
        </p>
        <Points>
          <li>
            A level is made of small things that somebody could confirm. You rate by choosing a sentence.
          </li>
          <li>A role asks for some of these things. What is missing of them is your gap.</li>
          <li>Steps and posts teach them, each believed as far as it is shown.</li>
          <li>A plan is the steps and posts that close the gap, in weeks, within your hours and money.</li>
          <li>
            Where Rung says proved, no plan within your rules is better. Where it says estimate, it is one.
          </li>
        </Points>
      </header>
      <Parts id="about-rating" title="Rating">
        <RatingParts career={career} />
      </Parts>
      <Parts id="about-gap" title="The gap">
        <GapParts career={career} />
      </Parts>
      <Parts id="about-work" title="Steps and work">
        <WorkParts career={career} />
      </Parts>
      <Parts id="about-plan" title="The plan">
        <PlanParts />
        <FollowParts />
        <CostPart career={career} />
      </Parts>
      <Parts id="about-sources" title="Where it is from">
        <Catalogue career={career} />
        <Studies />
      </Parts>
    </div>
  );
}

function Catalogue({ career }: { career: Career }) {
  const active = career.steps.filter(({ status }) => status === 'active');
  const unpriced = active.filter(({ cost, planning }) => cost === null && planning.cost !== null).length;
  const estimated = active.filter(({ planning }) => planning.basis === 'editorial').length;
  return (
    <FoldedPart id="catalogue" title="The catalogue" short={`Compiled on ${formatDay(career.compiled)}.`}>
      <p>
        Skills, roles, posts, steps and figures come from one catalogue, compiled on{' '}
        {formatDay(career.compiled)}: {formatCount(career.skills.length, 'skill')} made of{' '}
        {formatCount(career.canDos.length, 'thing')}, {formatCount(career.roles.length, 'role')},{' '}
        {formatCount(career.posts.length, 'post')} and {formatCount(career.steps.length, 'step')}. Its version
        is a fingerprint of its content,{' '}
        <code className="[overflow-wrap:anywhere]">{career.version.slice(0, 12)}…</code>, and each plan names
        the version that it was made with.
      </p>
      <p>
        Facts such as prices and hours are given only where a source says so, and{' '}
        <a href="/steps">the page of each step</a> lists it, says whether it is the provider’s own or somebody
        else’s, and when it was seen. Of the steps, {estimated} have hours or weeks and {unpriced} have a
        price that are our own estimates; their pages say which. What a step teaches, what a level is made of
        and what a role asks for is our judgement throughout. Sources were read as stored copies, some of them
        in part, so look at the dates.
      </p>
    </FoldedPart>
  );
}

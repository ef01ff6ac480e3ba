import type { ReactNode } from 'react';
import { ClimbChart } from '@/app/climb/climb-chart';
import { ClimbLadder } from '@/app/climb/climb-ladder';
import { Requirements } from '@/app/climb/requirements';
import { WaysIn } from '@/app/climb/ways-in';
import type { Career } from '@/lib/domain/career/career';
import type { StepKind } from '@/lib/domain/catalogue';
import type { Lapse } from '@/lib/domain/certificate';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { HeldPost } from '@/lib/domain/climb/profile';
import type { Day } from '@/lib/domain/day';
import type { Glance } from '@/lib/domain/plan/glance/glance';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { describeKinds } from '@/lib/wording/plan-kinds';
import { KindFilter } from './kind-filter';
import { PlanLists } from './plan-lists';
import { ActsForm } from './row/acts-form';
import { LooksForm } from './row/looks-form';
import type { RowParts } from './row/plan-row';
import { ACTS_FORM, LOOKS_FORM } from './row/row-acts';

/** A plan seen as one: the climb with its ways and what the goal asks, and beside it the plan in time and in lists. */
export function PlanGlance({
  career,
  plan,
  glance,
  today,
  held,
  posts,
  isInWork,
  excludedKinds,
  lapses,
  besideOf,
  partsOf,
  started,
}: {
  career: Career;
  plan: Followed;
  glance: Glance;
  today: Day;
  /** Holdings, posts and steps that the person has by now. */
  held: ReadonlySet<string>;
  posts: readonly HeldPost[];
  isInWork: boolean;
  excludedKinds: readonly StepKind[];
  lapses: readonly Lapse[];
  besideOf: (post: string) => readonly string[];
  partsOf: (row: PlanRow) => RowParts;
  started: ReactNode;
}) {
  return (
    <div className="plan-grid plan-glance">
      <div className="min-w-0">
        <ClimbChart chart={glance.chart} today={today} />
        <KindFilter sentences={describeKinds(career, { plan, excludedKinds })} />
        <ActsForm id={ACTS_FORM} on="/plan" />
        <LooksForm id={LOOKS_FORM} on="/plan" />
        <PlanLists
          career={career}
          today={today}
          glance={glance}
          isInWork={isInWork}
          lapses={lapses}
          besideOf={besideOf}
          partsOf={partsOf}
          started={started}
        />
      </div>
      <div className="plan-side">
        <ClimbLadder career={career} plan={plan} glance={glance} />
        <WaysIn career={career} plan={plan} ways={glance.ways} />
        <Requirements career={career} plan={plan} rows={glance.rows} held={held} posts={posts} />
      </div>
    </div>
  );
}

import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { Post } from '@/lib/domain/career/schema';
import { buildStage } from '@/lib/domain/climb/model/build-stage';
import { makeClimber, makePerson } from '@/lib/domain/climb/model/climber';
import type { StageModel } from '@/lib/domain/climb/model/stage-model';
import type { Profile } from '@/lib/domain/climb/profile';
import { findGoalPost, listTargets, listWays } from '@/lib/domain/climb/ways/list-ways';
import { listMeasuredPeople } from './people-measured';

/** The first stage of a person's shortest way, whatever they can pay and until when. */
export type MeasuredStage = {
  number: number;
  career: Career;
  profile: Profile;
  next: Post;
  isGoal: boolean;
  model: StageModel;
};

/** The first stages that are measured: of everybody whom a way without full-time study leads to the goal. */
export function listFirstStages(): MeasuredStage[] {
  const career = loadCareer();
  return listMeasuredPeople().flatMap((given, number): MeasuredStage[] => {
    const preferences = { ...given.preferences, budget: null, deadline: null, pinned: [] };
    const profile = { ...given, preferences };
    const goal = findGoalPost(career, profile.role);
    const way = listWays(career, profile).find(({ study }) => study === null);
    const next = way && career.postById.get(listTargets(way, goal.id)[0] ?? '');
    if (!next) return [];
    const isGoal = next.id === goal.id;
    const person = makePerson(career, profile);
    const model = buildStage(person, makeClimber(person), { until: next, isGoal, taken: 0 });
    return [{ number, career, profile, next, isGoal, model }];
  });
}

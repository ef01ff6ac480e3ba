import type { Career } from '@/lib/domain/career/career';
import type { FollowedStage } from '@/lib/domain/climb/follow/followed';

/** A step, post, role or holding by its title; its id where the career no longer has it. */
export function nameEntry(career: Career, id: string): string {
  return (
    career.stepById.get(id)?.title ??
    career.postById.get(id)?.title ??
    career.roleById.get(id)?.title ??
    career.holdingById.get(id)?.label ??
    id
  );
}

/** What a person does in a stage: a post, a full-time course, or what they do already. */
export function nameStage(career: Career, { post, steps, isAssumed }: FollowedStage): string {
  if (isAssumed) return 'Your work in IT (you did not say what)';
  if (post !== null) return nameEntry(career, post);
  const study = steps.find((id) => career.stepById.get(id)?.fullTime);
  return study ? nameEntry(career, study) : 'Before your next post';
}

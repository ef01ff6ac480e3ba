import type { StepStatus } from '@/lib/domain/planner/document';

/** What a person reads and chooses for how a step stands. */
export const STEP_STATUS_LABELS: Readonly<Record<StepStatus, string>> = {
  todo: 'To do',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

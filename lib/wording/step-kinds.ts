import type { StepKind } from '@/lib/domain/catalogue';

/** What a person reads for one step of each kind. */
export const STEP_KIND_LABELS: Readonly<Record<StepKind, string>> = {
  degree: 'Degree',
  certification: 'Certification',
  'entry-role': 'Entry role',
  course: 'Course',
  project: 'Project',
  practice: 'Practice',
};

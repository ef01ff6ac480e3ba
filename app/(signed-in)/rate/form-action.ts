import type { FormAction } from '@/components/use-form-action';

/** What a skill's fields need of the form that they stand in. */
export type SkillFormAction = Pick<FormAction, 'text' | 'isChosen' | 'error'>;

import type { Career } from './career';

/** What a skill is called; its id where the career no longer has it, as a plan or an import of old may say. */
export function nameSkill(career: Career, id: string): string {
  return career.skillById.get(id)?.name ?? id;
}

/** The title of a role; its id where the career no longer has it. */
export function nameRole(career: Career, id: string): string {
  return career.roleById.get(id)?.title ?? id;
}

import type { Career } from '../career/career';
import type { Level } from '../catalogue';

/** What of an item of evidence tells what it supports. */
export type Supporting = {
  canDos: readonly string[] | null;
  source: string | null;
  sourceLevel: Level | null;
};

/** The skill or the step that an item came with, or null where the person wrote it by itself. */
export function readSource(source: string | null): { kind: 'skill' | 'step'; id: string } | null {
  const [, kind, id] = /^(skill|step)\/(.+)$/.exec(source ?? '') ?? [];
  return kind && id ? { kind: kind as 'skill' | 'step', id } : null;
}

/**
 * The can-dos that an item supports: those that the person chose, or else those of the level that it was given with, or
 * what its step teaches.
 */
export function listSupported(career: Career, item: Supporting): string[] {
  if (item.canDos !== null) return item.canDos.filter((id) => career.canDoById.has(id));
  const source = readSource(item.source);
  if (source?.kind === 'step') return [...(career.stepById.get(source.id)?.teaches ?? [])];
  const level = career.skillById.get(source?.id ?? '')?.levels.find((one) => one.level === item.sourceLevel);
  return (level?.canDo ?? []).map(({ id }) => id);
}

/** The skills that an item belongs to. */
export function listSkillsOf(career: Career, item: Supporting): string[] {
  const source = readSource(item.source);
  const own = item.canDos === null && source?.kind === 'skill' ? [source.id] : [];
  const supported = listSupported(career, item).flatMap((id) => career.canDoById.get(id)?.skill ?? []);
  return [...new Set([...own, ...supported])];
}

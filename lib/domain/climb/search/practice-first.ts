import type { Need, StageModel, StageStep } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import { listMembers, type StepSet } from './sets';

/** The steps of a set, by exam, that practise what the exam rests on: whoever sits it has done it by hand before. */
export function listPractice({ steps }: StageModel, set: StepSet): ReadonlyMap<number, readonly number[]> {
  const members = listMembers(set).flatMap((index) => steps[index] ?? []);
  const isExam = ({ source, isBegun }: StageStep): boolean => source.kind === 'certification' && !isBegun;
  return new Map(
    members.filter(isExam).flatMap((exam): [number, number[]][] => {
      const { canDo } = exam.source.needs;
      const practice = members.filter(
        ({ source }) => source.kind !== 'certification' && source.teaches.some((id) => canDo.includes(id)),
      );
      return practice.length === 0 ? [] : [[exam.index, practice.map(({ index }) => index)]];
    }),
  );
}

/** The stage in which exams wait for their practice. */
export function withPractice(
  model: StageModel,
  practice: ReadonlyMap<number, readonly number[]>,
): StageModel {
  const steps = model.steps.map((step) => {
    const waits = (practice.get(step.index) ?? []).map(
      (index): Need => ({ steps: [index], facts: null, week: NEVER }),
    );
    return waits.length === 0 ? step : { ...step, needs: [...step.needs, ...waits] };
  });
  return { ...model, steps };
}

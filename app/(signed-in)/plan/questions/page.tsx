import type { Metadata } from 'next';
import { requireUser } from '@/lib/auth/session';
import { pickQuestions } from '@/lib/domain/climb/questions';
import { listFirstHoldings } from '@/lib/domain/plan-questions';
import { loadStanding } from '@/lib/plan/standing';
import { listStepProgress } from '@/lib/queries/step-progress';
import { QuestionsForm } from './questions-form';

export const metadata: Metadata = { title: 'Questions for your plan' };

export default async function PlanQuestionsPage() {
  const user = await requireUser('/plan/questions');
  const standing = await loadStanding(user.id);
  const progress = await listStepProgress(user.id, standing.career.id);
  const { career, rated, posts, held, role } = standing;
  const done = progress.filter(({ status }) => status === 'done').map(({ step }) => step);
  const questions = pickQuestions(career, { role: role.id, ratings: rated, done, posts });
  return (
    <div className="mx-auto max-w-[52rem]">
      <p>
        <a href="/plan" className="inline-flex min-h-11 items-center">
          Skip to the plan
        </a>
      </p>
      <h1 className="mt-1 mb-3">
        {standing.planRole === null ? 'Before your first plan' : 'Before your next plan'}
      </h1>
      <p className="mb-6 max-w-[68ch] text-soft">
        <span>{`A plan to ${role.title} builds on what you have. `}</span>A level says a lot at once, so here
        is what the plan would lean on most. Answer what you like, and leave the rest.
      </p>
      <QuestionsForm
        holdings={listFirstHoldings(career, posts).map(({ id, label }) => ({
          id,
          label,
          isHeld: held.includes(id),
        }))}
        questions={questions.map(({ id, text, skill }) => ({
          id,
          text,
          rated: `${career.skillById.get(skill)?.name}, which you rated ${rated.levels[skill] ?? 0}`,
        }))}
      />
    </div>
  );
}

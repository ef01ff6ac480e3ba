import { Notice } from '@/components/notice';

/** Leads to the questions before a first plan. */
export function QuestionsOffer() {
  return (
    <Notice>
      Before your first plan: a few questions on one page make it fit you better.{' '}
      <a href="/plan/questions" className="inline-flex min-h-11 items-center">
        Answer them
      </a>
    </Notice>
  );
}

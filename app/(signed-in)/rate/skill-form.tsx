'use client';

import { type ReactNode, useEffect } from 'react';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { REVIEW } from '@/lib/domain/check-in-limits';
import { keepRatingAction } from './actions';
import { moveByKey } from './move-by-key';
import type { RatedSkill } from './rated-skill';
import { SkillFieldset } from './skill-fieldset';
import { type RailSkill, SkillRail, SkillSquares } from './skill-rail';
import { useTypedDraft } from './use-typed-draft';

type SkillFormProps = {
  skill: RatedSkill;
  /** Counted from 0. */
  place: number;
  rail: RailSkill[];
  back: string | null;
  next: string;
  draftKey: string | null;
  /** What is said below the heading. */
  children: ReactNode;
};

/** Before anything is entered: how long it takes, or when all of it was rated last. */
function describeBefore(rail: readonly RailSkill[]): string {
  const days = new Set(rail.map(({ ratedOn }) => ratedOn));
  const [day = null] = days;
  if (days.size === 1 && day !== null) return `All were rated on ${day}. Rate what has changed since.`;
  const count = rail.filter(({ ratedOn }) => ratedOn !== null).length;
  return count > 0
    ? `${count} of ${rail.length} were rated before. Rate what has changed since.`
    : 'Two minutes for all ten by their levels alone, ten with every word read.';
}

/** Whether a button of this form has led on in this tab: the next skill then takes the focus. */
let hasMoved = false;

/** One skill: every button keeps what is entered, and leads to another skill or to the check-in as a whole. */
export function SkillForm({ skill, place, rail, back, next, draftKey, children }: SkillFormProps) {
  const form = useFormAction(keepRatingAction, { onSaved: () => forget() });
  const { ref, forget } = useTypedDraft(draftKey);
  const rated = rail.filter(({ level }) => level !== null).length;
  useEffect(() => {
    if (hasMoved) {
      window.scrollTo(0, 0);
      document
        .querySelector<HTMLElement>('.rating input[type=radio]:checked')
        ?.focus({ preventScroll: true });
    }
    hasMoved = false;
  }, []);
  return (
    <Form
      {...form.formProps}
      onSubmit={(event) => {
        hasMoved = true;
        form.formProps.onSubmit?.(event);
      }}
      isLong
      noValidate
      onKeyDown={moveByKey}
      className="grid gap-x-10 gap-y-3 lg:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <a href={`#${skill.id}`} className="skip-link">
        {`Skip to the levels of ${skill.name}`}
      </a>
      <SkillRail skills={rail} current={skill.id} />
      <div ref={ref} className="flex min-w-0 flex-col gap-1">
        <header>
          <div className="flex flex-wrap items-center gap-x-3">
            <h1 className="text-[1.35rem] whitespace-nowrap max-sm:text-[1.05rem]">{`Rate ${place + 1} of ${rail.length}`}</h1>
            <SkillSquares skills={rail} current={skill.id} />
            <button
              type="submit"
              name="go"
              value={REVIEW}
              className="button ml-auto whitespace-nowrap"
              data-look="plain"
              aria-disabled={form.isPending}
            >
              Review
            </button>
          </div>
          <p className="hint flex flex-wrap gap-x-4 max-sm:text-[0.85rem] max-sm:leading-tight">
            <span>{rated === 0 ? describeBefore(rail) : `${rated} of ${rail.length} rated.`}</span>
            <a href="/rate/all" className="inline-flex min-h-6 items-center">
              All on one page
            </a>
            {children}
          </p>
          {skill.before === null ? (
            <p className="hint max-sm:text-[0.85rem] max-sm:leading-tight">
              Choose the highest level whose sentence is true of you today. Where a part of it is not, say so
              under it.
            </p>
          ) : null}
        </header>
        {form.failure ? <Notice tone="problem">{form.failure.message}</Notice> : null}
        <input type="hidden" name="skill" value={skill.id} />
        <input type="hidden" name="next" value={next} />
        <SkillFieldset skill={skill} form={form} heading="h2" />
        <div className="rate-bar" data-alone>
          {back ? (
            <button
              type="submit"
              name="go"
              value={back}
              data-key="p"
              className="button"
              data-look="quiet"
              aria-disabled={form.isPending}
            >
              Back
            </button>
          ) : null}
          <button
            type="submit"
            name="skip"
            value="yes"
            className="button"
            data-look="quiet"
            aria-disabled={form.isPending}
          >
            Skip
          </button>
          <button type="submit" data-key="n" className="button ml-auto" aria-disabled={form.isPending}>
            Next
          </button>
        </div>
      </div>
    </Form>
  );
}

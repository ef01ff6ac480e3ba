import { SelectField, TextField } from '@/components/field';
import type { Career } from '@/lib/domain/career/career';
import type { StepFilter } from '@/lib/domain/career/step-filter';
import { LISTED_KINDS } from '@/lib/domain/career/step-schema';
import { REGION_CHOICES } from '@/lib/wording/regions';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';

/** Narrows the list by a form that a browser sends itself, so that it works without script. */
export function StepFilterForm({
  career,
  filter,
  isFinder = false,
}: {
  career: Career;
  filter: StepFilter;
  /** Whether the page holds every step, so that a script may answer on it. */
  isFinder?: boolean;
}) {
  const any = { value: '', label: 'Any' };
  return (
    <form
      action="/steps/find"
      method="get"
      className="card flex flex-col gap-2 py-3"
      aria-label="Find steps"
      data-finder={isFinder ? '' : undefined}
    >
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
        <TextField label="Words" name="text" type="search" maxLength={100} defaultValue={filter.text} />
        <SelectField
          label="Kind"
          name="kind"
          options={[any, ...LISTED_KINDS.map((kind) => ({ value: kind, label: STEP_KIND_LABELS[kind] }))]}
          defaultValue={filter.kind ?? ''}
        />
        <SelectField
          label="Skill"
          name="skill"
          options={[any, ...career.skills.map(({ id, name }) => ({ value: id, label: name }))]}
          defaultValue={filter.skill ?? ''}
        />
        <SelectField
          label="Open to people in"
          name="region"
          options={[{ value: '', label: 'Any region' }, ...REGION_CHOICES]}
          defaultValue={filter.region ?? ''}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
        <label className="check">
          <input type="checkbox" name="free" value="yes" defaultChecked={filter.free} />
          <span>Free only</span>
        </label>
        {isFinder ? <p role="status" className="hint ml-auto" /> : null}
        <button type="submit" className="button">
          Show steps
        </button>
      </div>
    </form>
  );
}

import { listPostChoices } from '@/app/(signed-in)/settings/work/choices';
import { SelectField, TextField } from '@/components/field';
import type { Career } from '@/lib/domain/career/career';
import { FIRST_ROLES, type Trial } from '@/lib/domain/trial';

/** What a plan is for and what it may take. Each has a value where nothing is said. */
export function TrialPerson({ career, trial }: { career: Career; trial: Trial }) {
  return (
    <div className="flex flex-col gap-2">
      <TrialRole career={career} trial={trial} />
      <TrialLimits trial={trial} />
      <TrialWork career={career} trial={trial} />
    </div>
  );
}

/** What one works as now, which a plan goes on from. Titles that fit none have one at the foot of the list. */
export function TrialWork({ career, trial: { work } }: { career: Career; trial: Trial }) {
  return (
    <div className="grid max-w-[26rem] grid-cols-[minmax(0,1fr)_6rem] items-end gap-x-4">
      <SelectField
        label="What do you work as?"
        name="post"
        options={[{ value: '', label: 'Not in IT now' }, ...listPostChoices(career)]}
        defaultValue={work?.post ?? ''}
      />
      <TextField
        label="For years"
        name="years"
        inputMode="decimal"
        defaultValue={work && work.years > 0 ? work.years : ''}
      />
    </div>
  );
}

/** The role that a trial is for: those to start with first, so that nobody need know nineteen titles. */
export function TrialRole({ career, trial }: { career: Career; trial: Trial }) {
  const [first, others] = [true, false].map((isFirst) =>
    career.roles.filter(({ id }) => FIRST_ROLES.includes(id) === isFirst),
  );
  return (
    <div className="field max-w-[26rem]">
      <label htmlFor="role">Target role</label>
      <select
        id="role"
        name="role"
        className="input"
        defaultValue={trial.isRoleChosen ? trial.role.id : ''}
        aria-describedby="role-hint"
      >
        <option value="">Not sure yet: a near one</option>
        <optgroup label="New to IT? Start here">
          {first?.map((role) => (
            <option key={role.id} value={role.id}>
              {role.title}
            </option>
          ))}
        </optgroup>
        <optgroup label="Further up, and beside the ladder">
          {others?.map((role) => (
            <option key={role.id} value={role.id}>
              {role.title}
            </option>
          ))}
        </optgroup>
      </select>
      <span id="role-hint" className="hint">
        New to IT? Start here: Apprentice or Junior.
      </span>
    </div>
  );
}

/** Hours and money; a number that cannot be read counts as not said, and the outcome says with what it was made. */
export function TrialLimits({ trial: { hours, money } }: { trial: Trial }) {
  return (
    <div className="grid max-w-[26rem] grid-cols-2 gap-x-4">
      <TextField
        label="Hours a week"
        name="hours"
        hint="Your own time. Empty: 10."
        inputMode="numeric"
        defaultValue={hours ?? ''}
      />
      <TextField
        label="Money to spend"
        name="money"
        hint="In all. Empty: no limit."
        inputMode="decimal"
        defaultValue={money ?? ''}
      />
    </div>
  );
}

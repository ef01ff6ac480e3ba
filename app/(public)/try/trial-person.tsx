import { SelectField, TextField } from '@/components/field';
import type { Career } from '@/lib/domain/career/career';
import { FIRST_ROLES, IN_WORK, type Trial } from '@/lib/domain/trial';
import { listPostChoices } from '@/lib/wording/post-choices';

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

/** What somebody works as, of which a plan makes more than of anything else that is said beside the levels. */
export function TrialWork({ career, trial: { post, years, held } }: { career: Career; trial: Trial }) {
  const none = held.includes(IN_WORK) ? 'In IT, and I have not said what' : 'Not in IT now';
  return (
    <div className="grid max-w-[26rem] grid-cols-[minmax(0,1fr)_6rem] items-end gap-x-4">
      <SelectField
        label="What do you work as?"
        name="post"
        options={[{ value: '', label: none }, ...listPostChoices(career)]}
        defaultValue={post ?? ''}
      />
      <TextField label="For years" name="years" inputMode="decimal" defaultValue={years ?? ''} />
      <p className="hint col-span-2">
        Where no title fits, take “Other work in IT” at the foot of the list. Half a year is 0.5; empty counts
        as new in it.
      </p>
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

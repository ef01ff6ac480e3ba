import type { ComponentProps, ReactNode } from 'react';

type FieldProps = {
  label: string;
  name: string;
  hint?: ReactNode;
  error?: string | undefined;
};

function describeField({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

function FieldFrame({
  id,
  label,
  hint,
  error,
  children,
}: Omit<FieldProps, 'name'> & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      {children}
      {error ? (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      ) : null}
    </div>
  );
}

type TextFieldProps = FieldProps &
  ComponentProps<'input'> & {
    /** What stands at the end of the input, on one line with it. */
    end?: ReactNode;
  };

/** A one-line input with its label, hint and error. */
export function TextField({ label, name, hint, error, id, end, ...rest }: TextFieldProps) {
  const fieldId = id ?? name;
  const input = (
    <input
      id={fieldId}
      name={name}
      className="input"
      {...describeField({ id: fieldId, hint, error })}
      {...rest}
    />
  );
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      {end ? (
        <span className="field-line">
          <span className="min-w-0 flex-1">{input}</span>
          <span>{end}</span>
        </span>
      ) : (
        input
      )}
    </FieldFrame>
  );
}

/** Several lines of text with label, hint and error. */
export function TextAreaField({
  label,
  name,
  hint,
  error,
  id,
  ...input
}: FieldProps & ComponentProps<'textarea'>) {
  const fieldId = id ?? name;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <textarea
        id={fieldId}
        name={name}
        className="input"
        rows={3}
        {...describeField({ id: fieldId, hint, error })}
        {...input}
      />
    </FieldFrame>
  );
}

type Option = { value: string; label: string; group?: string };

/** A native select with label, hint and error. Options that follow one another in a group stand under its name. */
export function SelectField({
  label,
  name,
  hint,
  error,
  id,
  options,
  ...select
}: FieldProps & ComponentProps<'select'> & { options: readonly Option[] }) {
  const fieldId = id ?? name;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <select
        id={fieldId}
        name={name}
        className="input"
        {...describeField({ id: fieldId, hint, error })}
        {...select}
      >
        {listGroups(options).map(({ name: group, members }) =>
          group === undefined ? (
            members.map(drawOption)
          ) : (
            <optgroup key={group} label={group}>
              {members.map(drawOption)}
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function drawOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function listGroups(options: readonly Option[]): { name: string | undefined; members: Option[] }[] {
  const groups: { name: string | undefined; members: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.name === option.group) last.members.push(option);
    else groups.push({ name: option.group, members: [option] });
  }
  return groups;
}

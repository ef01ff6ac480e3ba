import { listTrialFields, type Trial } from '@/lib/domain/trial';

/** What a trial says already, for a form that asks for the rest. */
export function TrialFields({
  trial,
  isKept,
}: {
  trial: Trial;
  /** Whether the form has no field of its own for it. */
  isKept: (name: string) => boolean;
}) {
  return listTrialFields(trial)
    .filter(([name]) => isKept(name))
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}

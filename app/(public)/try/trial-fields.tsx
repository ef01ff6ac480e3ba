import { listTrialFields, type Trial } from '@/lib/domain/trial';

/** What a trial says already, for a form that asks for the rest: of the lists named, or all but them. */
export function TrialFields({
  trial,
  names,
  isRest = false,
}: {
  trial: Trial;
  names: readonly string[];
  isRest?: boolean;
}) {
  return listTrialFields(trial)
    .filter(([name]) => names.includes(name) !== isRest)
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}

/** A form filled in beforehand: one hidden input for each value. */
export function HiddenEntries({
  entries,
}: {
  entries: Readonly<Record<string, string | readonly string[]>>;
}) {
  return Object.entries(entries).flatMap(([name, value]) =>
    [value].flat().map((one) => <input key={`${name}-${one}`} type="hidden" name={name} value={one} />),
  );
}

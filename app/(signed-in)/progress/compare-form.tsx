/** Plain GET: the two days are in the address, so that a comparison can be kept. */
export function CompareForm({
  first,
  last,
  from,
  to,
}: {
  first: string;
  last: string;
  from: string;
  to: string;
}) {
  return (
    <form action="/progress#compare" method="get" className="flex flex-wrap items-end gap-4">
      <DayField label="From" name="from" value={from} first={first} last={last} />
      <DayField label="To" name="to" value={to} first={first} last={last} />
      <button type="submit" className="button" data-look="quiet">
        Compare
      </button>
    </form>
  );
}

function DayField({
  label,
  name,
  value,
  first,
  last,
}: Record<'label' | 'name' | 'value' | 'first' | 'last', string>) {
  return (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <input
        id={`compare-${name}`}
        type="date"
        name={name}
        className="input"
        defaultValue={value}
        min={first}
        max={last}
        required
      />
    </div>
  );
}

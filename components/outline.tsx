/** Something in parts, each with its items: read through before it is taken. */
export type OutlineProps = {
  heading: string;
  lead: string;
  parts: readonly {
    title: string;
    facts: string;
    items: readonly { title: string; facts: string }[];
  }[];
};

export function Outline({ heading, lead, parts }: OutlineProps) {
  return (
    <div>
      <p>{lead}</p>
      <details className="card max-w-full">
        <summary>{heading}</summary>
        <ol className="flex flex-col gap-2">
          {parts.map((part) => (
            <li key={part.title + part.facts}>
              <strong>{part.title}</strong> <span className="hint">{part.facts}</span>
              <ol className="list-decimal pl-6">
                {part.items.map((item) => (
                  <li key={item.title}>
                    <span>{item.title}</span> <span className="hint">{item.facts}</span>
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

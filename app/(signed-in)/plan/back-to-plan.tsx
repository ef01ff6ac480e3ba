/** The first line of each page that belongs to the plan. */
export function BackToPlan() {
  return (
    <p>
      <a href="/plan" className="inline-flex min-h-11 items-center">
        Back to the plan
      </a>
    </p>
  );
}

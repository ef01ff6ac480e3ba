/** The mark: a ladder whose third rung is lit. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" className="text-accent">
      <path d="M8 2v28M24 2v28" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
      <path d="M8 8h16M8 24h16" stroke="currentColor" strokeWidth="3.5" />
      <path d="M8 16h16" className="stroke-target" strokeWidth="4.5" />
    </svg>
  );
}

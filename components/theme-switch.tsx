const CHOICES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Three buttons that post the chosen appearance to `action`; /theme.js switches it without a reload. */
export function ThemeSwitch({ action }: { action: string }) {
  return (
    <form method="post" action={action} data-switch="theme" className="flex flex-wrap items-center gap-1">
      <span className="hint">Appearance</span>
      {CHOICES.map((choice) => (
        <button
          key={choice.value}
          type="submit"
          name="theme"
          value={choice.value}
          className="button aria-pressed:underline"
          data-look="plain"
          suppressHydrationWarning
        >
          {choice.label}
        </button>
      ))}
    </form>
  );
}

'use client';

import { TextField } from '@/components/field';
import { PasswordField } from '@/components/password-field';
import type { ProofNeeds } from '@/lib/auth/proof-schema';

type ProofFieldsProps = {
  /** Tells the fields of the forms of a page apart. */
  id: string;
  needs: ProofNeeds;
  error: (name: string) => string | undefined;
  label?: string;
  /** Asked also of who has given it a little while ago. */
  isAnew?: boolean;
  /** Asked only once the button was pressed: for forms that are a button and nothing else. */
  isOnRefusal?: boolean;
};

/** All that signing in would ask, where it was not given in this browser within the last ten minutes. */
export function ProofFields(props: ProofFieldsProps) {
  const { id, needs, error, label = 'Your password', isAnew = false, isOnRefusal = false } = props;
  const [password, code] = [error('password'), error('code')];
  const isRefused = password !== undefined || code !== undefined;
  const isDue = !needs.isFresh && !isOnRefusal;
  if (!needs.asksPassword)
    return isRefused || isDue ? (
      <p className="hint">
        This needs a sign-in of the last ten minutes:{' '}
        <a href="/sign-in?callbackUrl=/settings/security">sign in again</a>.
      </p>
    ) : null;
  if (!isRefused && !isDue && !isAnew)
    return isOnRefusal ? null : (
      <p className="hint">
        Your password was accepted less than ten minutes ago, so it is not asked for again.
      </p>
    );
  return (
    <>
      <PasswordField
        id={`${id}-password`}
        label={label}
        name="password"
        autoComplete="current-password"
        error={password}
      />
      {needs.asksCode ? (
        <TextField
          id={`${id}-code`}
          label="Code"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          hint="The six digits that your app shows, or one of your recovery codes."
          error={code}
        />
      ) : null}
    </>
  );
}

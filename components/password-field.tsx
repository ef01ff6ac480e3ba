'use client';

import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { TextField } from './field';

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'end' | 'ref'> & {
  autoComplete: 'current-password' | 'new-password';
};

/**
 * A password with a button that shows what was typed. It is hidden again as its form is sent, so that no browser takes
 * it for text to suggest another time. The button has its room before its script, and shows with it.
 */
export function PasswordField(props: PasswordFieldProps) {
  const ref = useRef<HTMLInputElement>(null);
  const [isReady, setReady] = useState(false);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const form = ref.current?.form;
    const hide = () => setShown(false);
    setReady(true);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);
  return (
    <TextField
      {...props}
      ref={ref}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      required
      end={
        <button
          type="button"
          className={isReady ? 'button' : 'button invisible'}
          data-look="quiet"
          onClick={() => setShown(!isShown)}
        >
          <span>{isShown ? 'Hide' : 'Show'}</span>
          <span className="sr-only"> password</span>
        </button>
      }
    />
  );
}

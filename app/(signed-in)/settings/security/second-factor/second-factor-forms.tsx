'use client';

import type { ReactNode } from 'react';
import { Arrived } from '@/components/arrived';
import { CopyButton } from '@/components/copy-button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { PrintButton } from '@/components/print-button';
import { useFormAction } from '@/components/use-form-action';
import type { ProofNeeds } from '@/lib/auth/proof-schema';
import { EndFeedField, EndSessionsField } from '../../../../end-access-fields';
import { ProofFields } from '../../proof-fields';
import {
  beginSecondFactorAction,
  makeRecoveryCodesAction,
  switchOffSecondFactorAction,
  switchOnSecondFactorAction,
} from './actions';

type Props = {
  state: 'no-password' | 'off' | 'setting-up' | 'on';
  since: string | null;
  codesLeft: number;
  email: string;
  needs: ProofNeeds;
  hasFeed: boolean;
  hasOtherSessions: boolean;
  /** The secret for the app, while it is being set up. */
  children: ReactNode;
};

/** All forms of the page: one place keeps the recovery codes in view while the forms around them change. */
export function SecondFactorForms({ state, since, codesLeft, children, ...change }: Props) {
  const beginning = useFormAction(beginSecondFactorAction);
  const switchingOn = useFormAction(switchOnSecondFactorAction);
  const renewing = useFormAction(makeRecoveryCodesAction);
  const switchingOff = useFormAction(switchOffSecondFactorAction);
  const made = [switchingOn.state, renewing.state].flatMap((answer) => (answer?.ok ? [answer.data] : []));
  const latest = made.sort((one, other) => other.madeAt.localeCompare(one.madeAt))[0];
  if (state === 'no-password')
    return (
      <p>Your account has no password here. Set one first: the second factor is used together with it.</p>
    );
  if (state === 'off')
    return (
      <Form {...beginning.formProps}>
        {beginning.failure ? <Notice tone="problem">{beginning.failure.message}</Notice> : null}
        {switchingOff.state?.ok ? <Notice>The second factor is off.</Notice> : null}
        <button type="submit" className="button mt-4" aria-disabled={beginning.isPending}>
          Set up a second factor
        </button>
      </Form>
    );
  if (state === 'setting-up')
    return (
      <>
        {beginning.state?.ok ? (
          <Arrived label="Set up: scan the code with your authenticator app or type the secret in, then give the code that it shows">
            {children}
          </Arrived>
        ) : (
          children
        )}
        <ChangeForm form={switchingOn} button="Switch on" {...change}>
          <TextField
            label="Code"
            name="firstCode"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            required
            hint="The six digits that your app shows now."
            error={switchingOn.error('firstCode')}
          />
        </ChangeForm>
      </>
    );
  return (
    <>
      <Notice>{`On since ${since}.`}</Notice>
      {latest ? (
        <Arrived
          key={latest.madeAt}
          label={`The second factor is on since ${since}. Ten recovery codes follow, which are not shown again: keep them`}
        >
          <RecoveryCodes codes={latest.codes} />
        </Arrived>
      ) : null}
      <section className="card flex flex-col gap-5" aria-labelledby="recovery">
        <h2 id="recovery">Recovery codes</h2>
        <p>{`${codesLeft} of 10 are left. Each signs you in once when your app is not at hand. New ones end all earlier ones.`}</p>
        <ChangeForm form={renewing} button="Make new recovery codes" id="renew" {...change} />
      </section>
      <section className="card flex flex-col gap-5" aria-labelledby="off">
        <h2 id="off">Switch off</h2>
        <p>Signing in then takes your password alone.</p>
        <ChangeForm form={switchingOff} button="Switch off" id="end" isDangerous {...change} />
      </section>
    </>
  );
}

type ProvingForm = Pick<
  ReturnType<typeof useFormAction<{ ok: true; data: unknown } | { ok: false; message: string }>>,
  'failure' | 'isPending' | 'error' | 'formProps'
>;

type ChangeFormProps = Pick<Props, 'email' | 'needs' | 'hasFeed' | 'hasOtherSessions'> & {
  form: ProvingForm;
  button: string;
  id?: string;
  isDangerous?: boolean;
  children?: ReactNode;
};

/** A change of the second factor, with what else it may end. */
function ChangeForm({ form, button, id = 'on', isDangerous = false, children, ...change }: ChangeFormProps) {
  const { failure, isPending, error, formProps } = form;
  return (
    <Form {...formProps} className="flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="email" autoComplete="username" value={change.email} readOnly hidden />
      {children}
      <ProofFields id={id} label="Password" needs={change.needs} error={error} />
      {change.hasOtherSessions ? <EndSessionsField /> : null}
      {change.hasFeed ? <EndFeedField /> : null}
      <div>
        <button
          type="submit"
          className="button"
          data-look={isDangerous ? 'danger' : undefined}
          aria-disabled={isPending}
        >
          {button}
        </button>
      </div>
    </Form>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const text = `Recovery codes for Rung. Each works once.\n\n${codes.join('\n')}\n`;
  return (
    <section className="card flex flex-col gap-5" aria-labelledby="codes">
      <h2 id="codes">Keep these recovery codes</h2>
      <p>They are not shown again. Print them or keep them in a password manager, away from your phone.</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-4">
        <a
          className="button"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="rung-recovery-codes.txt"
        >
          Download
        </a>
        <PrintButton label="Print" />
        <CopyButton text={text} label="Copy" />
      </div>
    </section>
  );
}

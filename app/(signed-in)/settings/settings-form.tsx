'use client';

import type { ComponentProps } from 'react';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { saveSettingsAction } from './actions';

const WEEKS = [1, 2, 4, 6, 8, 12, 26, 52];

type SettingsFormProps = {
  drawnFrom: ComponentProps<typeof Form>['drawnFrom'];
  name: string;
  timeZone: string;
  timeZones: string[];
  isPreviousShown: boolean;
  reminderWeeks: number | null;
  isReminderMailed: boolean;
  /** Whether this server can send mail at all. */
  canMail: boolean;
};

export function SettingsForm(settings: SettingsFormProps) {
  const { state, failure, isPending, text, isChosen, error, formProps } = useFormAction(saveSettingsAction);
  const weeks = [...new Set([...WEEKS, settings.reminderWeeks ?? 6])].sort((a, b) => a - b);
  return (
    <Form {...formProps} drawnFrom={settings.drawnFrom} className="flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Name"
          name="name"
          autoComplete="name"
          hint="It stands on the plans that you save."
          maxLength={100}
          defaultValue={text('name') ?? settings.name}
          error={error('name')}
        />
        <SelectField
          label="Time zone"
          name="timeZone"
          hint="It decides which day a check-in belongs to."
          options={settings.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          defaultValue={text('timeZone') ?? settings.timeZone}
          error={error('timeZone')}
        />
        <SelectField
          label="Remind me to check in"
          name="reminderWeeks"
          hint="On your home page and in your calendar."
          options={[
            { value: '', label: 'Never' },
            ...weeks.map((count) => ({
              value: String(count),
              label: count === 1 ? 'Every week' : `Every ${count} weeks`,
            })),
          ]}
          defaultValue={text('reminderWeeks') ?? settings.reminderWeeks ?? ''}
          error={error('reminderWeeks')}
        />
      </div>
      <div>
        <label className="check">
          <input
            type="checkbox"
            name="isPreviousShown"
            defaultChecked={isChosen('isPreviousShown', 'on') ?? settings.isPreviousShown}
          />
          <span>
            Show my previous rating and the target before I choose
            <span className="hint block">
              Off by default: people rate closer to what others see when the last number is hidden.
            </span>
          </span>
        </label>
        {settings.canMail ? (
          <label className="check">
            <input
              type="checkbox"
              name="isReminderMailed"
              defaultChecked={isChosen('isReminderMailed', 'on') ?? settings.isReminderMailed}
            />
            <span>
              Send me reminders by email
              <span className="hint block">
                To your confirmed address. Each email has a link that stops them with one click.
              </span>
            </span>
          </label>
        ) : settings.isReminderMailed ? (
          <input type="hidden" name="isReminderMailed" value="on" />
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={isPending}>
          Save settings
        </button>
        <span className="hint" role="status">
          {isPending ? 'Saving…' : state?.ok ? 'Saved.' : ''}
        </span>
      </div>
    </Form>
  );
}

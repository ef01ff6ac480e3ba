import type { Metadata } from 'next';
import { KEYS } from '@/lib/wording/keys';
import { describePage } from '../describe-page';

export const metadata: Metadata = describePage({
  title: 'Keys',
  description: 'What single keys do on the pages of Rung, and how to switch them off.',
});

/** The page of its own before script; with it, ? shows the list on the page one is on. */
export default function KeysPage() {
  return (
    <div className="mx-auto flex max-w-[44rem] flex-col gap-6">
      <header>
        <h1>Keys</h1>
        <p className="mt-3 text-soft">
          Everything here can be done by pointing, and by Tab and Enter alone. These keys are shorter ways,
          and work once a page’s script has loaded.
        </p>
      </header>
      <div data-keys className="flex flex-col gap-5">
        {KEYS.map(({ where, keys }) => (
          <section key={where} aria-label={where}>
            <h2 className="text-xl">{where}</h2>
            <dl className="row-dl mt-1">
              {keys.map(({ key, does }) => (
                <div key={key} className="contents">
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <form method="post" action="/keys-switch" data-switch="keys">
          <p className="hint mb-2">
            None of them works while you type, or with Ctrl, Alt or the command key. Switch off those that
            work anywhere on a page if they come in the way of speech control, of a screen reader or of your
            browser.
          </p>
          <fieldset className="flex flex-wrap items-center gap-2">
            <legend className="label float-left mr-2">Single keys</legend>
            <button
              type="submit"
              name="keys"
              value="on"
              className="button aria-pressed:underline"
              data-look="quiet"
            >
              On
            </button>
            <button
              type="submit"
              name="keys"
              value="off"
              className="button aria-pressed:underline"
              data-look="quiet"
            >
              Off
            </button>
          </fieldset>
        </form>
        <form method="dialog" className="keys-close">
          <button type="submit" className="button">
            Close
          </button>
        </form>
      </div>
    </div>
  );
}

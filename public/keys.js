// Single keys: / searches, ? lists the keys, J and K walk the rows of lists, S, H and D act on a row of a plan. None works
// in a field, in a menu or with a modifier, and none while they are switched off.
(() => {
  const FIELD = 'input, select, textarea, [contenteditable], [popover], dialog';
  const ROW = '[data-rows] > *';
  const page = document;

  const KEYS = {
    '/': search,
    '?': list,
    j: (from) => walk(from, 1),
    k: (from) => walk(from, -1),
    s: (from) => act(from, 'start '),
    h: (from) => act(from, 'log'),
    d: (from) => act(from, 'done '),
  };
  const isOff = () => /(?:^|; )keys=off/.test(page.cookie);

  addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const press = KEYS[key.toLowerCase()];
    if (!press || isOff() || !(target instanceof Element)) return;
    // A menu that was just closed may hold the focus for a moment more.
    if (target.closest(FIELD)?.checkVisibility()) return;
    // A key that is held down walks on, but acts once.
    if (event.repeat && !/[jk]/i.test(key)) return;
    if (press(target)) event.preventDefault();
  });

  function search() {
    const field = page.querySelector('main search input') ?? page.querySelector('#search input');
    if (field?.closest('[popover]:not(:popover-open)')) field.closest('[popover]').showPopover();
    field?.focus();
    // Where a page leads to the search by a link alone.
    if (!field) location.assign('/search');
    return true;
  }

  function walk(from, by) {
    const rows = [...page.querySelectorAll(ROW)].filter((row) => row.checkVisibility());
    const place = rows.findLastIndex((row) => row.contains(from));
    const row = rows[place < 0 && by < 0 ? rows.length - 1 : place + by];
    if (!row) return rows.length > 0;
    const stop = row.querySelector('summary, a, button') ?? row;
    if (stop === row) row.tabIndex = -1;
    stop.focus();
    return true;
  }

  function act(from, what) {
    const buttons = from.closest(ROW)?.querySelectorAll('.row-acts > button') ?? [];
    const button = [...buttons].find(({ name, value }) => name === what || value.startsWith(what));
    button?.click();
    return button;
  }

  function list() {
    const show = async () => {
      const answer = await fetch('/keys');
      const keys = new DOMParser()
        .parseFromString(await answer.text(), 'text/html')
        .querySelector('[data-keys]');
      const dialog = page.createElement('dialog');
      dialog.className = 'card keys-list';
      dialog.setAttribute('aria-label', 'Keys');
      dialog.append(keys);
      dialog.addEventListener('close', () => dialog.remove());
      page.body.append(dialog);
      markPressed(dialog);
      dialog.showModal();
      // What it lists is read from its beginning, not from the first button, which is at its end.
      const heading = dialog.querySelector('h2');
      heading.tabIndex = -1;
      heading.focus();
    };
    show().catch(() => location.assign('/keys'));
    return true;
  }

  function markPressed(within) {
    for (const button of within.querySelectorAll('form[data-switch="keys"] button'))
      button.setAttribute('aria-pressed', String((button.value === 'off') === isOff()));
  }
  markPressed(page);
})();

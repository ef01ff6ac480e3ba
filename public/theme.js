// Sets the chosen theme before the page is painted, and switches it without losing what was typed.
(() => {
  const root = document.documentElement;
  const chosen = document.cookie.match(/(?:^|; )theme=(light|dark)/)?.[1];
  if (chosen) root.dataset.theme = chosen;
  addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.switch !== 'theme') return;
    event.preventDefault();
    const theme = event.submitter?.value;
    const body = new FormData(form, event.submitter);
    // The next page may be asked for before that answers; the answer makes it last, and without one the cookie does.
    fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => {});
    globalThis.cookieStore?.set({ name: 'theme', value: theme, sameSite: 'lax' });
    // From now on it stands above what the server drew, also where that is drawn again.
    root.dataset.theme = theme;
    for (const button of form.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === theme));
  });
  addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll('form[data-switch="theme"] button'))
      button.setAttribute('aria-pressed', String(button.value === (root.dataset.theme ?? 'system')));
  });
})();

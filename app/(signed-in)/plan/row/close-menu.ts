const OPEN = '.row-menu:popover-open';

/** Closes the menu of a row: what was chosen in it is answered in the row behind it. */
export function closeMenu(): void {
  document.querySelector<HTMLElement>(OPEN)?.hidePopover();
}

/** Closes the menu once the focus has gone on from it, so that it covers nothing that is focused next. Returns what ends that. */
export function closeMenuBehindFocus(): () => void {
  const close = ({ target }: FocusEvent) => {
    const menu = document.querySelector<HTMLElement>(OPEN);
    const isWithin =
      target instanceof Element && target.closest(`.row-menu, [popovertarget="${menu?.id}"]`) !== null;
    if (menu && !isWithin) menu.hidePopover();
  };
  document.addEventListener('focusin', close);
  return () => document.removeEventListener('focusin', close);
}

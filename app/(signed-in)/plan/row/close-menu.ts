/** Closes the menu of a row: what was chosen in it is answered in the row behind it. */
export function closeMenu(): void {
  document.querySelector<HTMLElement>('.row-menu:popover-open')?.hidePopover();
}

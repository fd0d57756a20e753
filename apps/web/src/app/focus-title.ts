/** To the title of the screen, when what had the focus is gone and the screen stays. */
export const focusTitle = (): void => {
  document.querySelector<HTMLElement>("#page h1")?.focus({ preventScroll: true });
};

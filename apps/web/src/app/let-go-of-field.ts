/**
 * React holds the field that has the focus, with all that stands in it, until it hears that the focus went; and no browser tells
 * it so of a field that is taken off the page. Left while it is still there, its words go with it.
 */
export const letGoOfField = (): void => {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.blur();
};

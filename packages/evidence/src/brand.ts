declare const brand: unique symbol;

/** A value of `T` that must not be mixed with other values of the same type; made only by its own constructor. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** The one place where plain text becomes a branded one. Callers check the text first. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the brand
export const toBranded = <B extends Brand<string, string>>(text: string): B =>
  // oxlint-disable-next-line typescript/consistent-type-assertions, typescript/no-unsafe-type-assertion -- a brand exists only in the type system
  text as B;

/** Every screen, in the order in which a person meets them. See [Note: one neutral address]. */
export type Route =
  // Arrive.
  | { readonly screen: "first" }
  | { readonly screen: "exit-explained" }
  | { readonly screen: "gates" }
  | { readonly screen: "danger" }
  | { readonly screen: "watched" }
  | { readonly screen: "young" }
  | { readonly screen: "happened" }
  | { readonly screen: "save" }
  | { readonly screen: "next" }
  | { readonly screen: "talk" }
  | { readonly screen: "home" };

import { sharePath, type SharedThings, ticketParameter } from "../messages.ts";

/**
 * What other apps shared, until the page that opens with it asks: in the memory of the service worker, and never in
 * plain on the device. When the browser ends the worker first, it is gone and the page says that it did not arrive.
 */
export type Waiting = Map<string, SharedThings>;

export const isShare = (scope: string, { method, url }: Pick<Request, "method" | "url">): boolean =>
  method === "POST" && url === new URL(sharePath, scope).href;

export interface ShareDeps {
  readonly newTicket: () => string;
  /** Encrypts what may be kept while the place is locked, and gives back what is left in memory. */
  readonly seal: (things: SharedThings) => Promise<SharedThings>;
}

/** Takes in what is shared and sends the browser to the page, with a ticket for it. */
export const receiveShare = async (
  waiting: Waiting,
  scope: string,
  request: Request,
  deps: ShareDeps,
): Promise<Response> => {
  const things = await readForm(request);
  const page = new URL(scope);
  if (things !== undefined) {
    const ticket = deps.newTicket();
    waiting.set(ticket, await deps.seal(things));
    page.searchParams.set(ticketParameter, ticket);
  }
  return Response.redirect(page.href, 303);
};

/** Undefined for what is no form: the page then opens as it always does. */
const readForm = async (request: Request): Promise<SharedThings | undefined> => {
  const form = await request.formData().catch((error: unknown) => {
    if (error instanceof TypeError) return undefined;
    throw error;
  });
  if (form === undefined) return undefined;
  const textOf = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    title: textOf("title"),
    text: textOf("text"),
    url: textOf("url"),
    files: form.getAll("files").filter((file) => file instanceof File),
    sealed: 0,
  };
};

/** Each hand-over is given once. */
export const takeShared = (waiting: Waiting, ticket: string): SharedThings | undefined => {
  const things = waiting.get(ticket);
  waiting.delete(ticket);
  return things;
};

/**
 * [Note: the plain page in memory] Whoever leaves while there is no network, and where the app may not stay on the device, would
 * come to the browser's own error page. So the plain page is fetched while there still is one, and held: then it can be shown in
 * place, at once, on any network. Nothing of it is stored.
 */
export interface PlainPage {
  /** Fetches it. One that cannot be had is not held; leaving then asks for it as for any page. */
  readonly hold: (address: string) => Promise<void>;
  /** Puts it onto this page, if it is the one that is held. */
  readonly show: (address: string) => boolean;
}

interface Held {
  readonly address: string;
  readonly page: Document;
  readonly style: CSSStyleSheet;
}

export const createPlainPage = (): PlainPage => {
  let held: Held | undefined;
  let wanted = "";
  return {
    hold: async (address) => {
      wanted = address;
      const fetched = await fetchPage(address);
      if (wanted === address) held = fetched;
    },
    show: (address) => {
      if (held?.address !== address) return false;
      putOn(held);
      return true;
    },
  };
};

const fetchPage = async (address: string): Promise<Held | undefined> => {
  const page = await fetchDocument(address);
  const link = page?.querySelector('link[rel="stylesheet"]')?.getAttribute("href");
  if (page === undefined || link === null || link === undefined) return undefined;
  const css = await fetchText(new URL(link, address).href);
  if (css === undefined) return undefined;
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  return { address, page, style };
};

/** Read by the browser out of the answer itself: our policy lets no text become markup. */
const fetchDocument = (address: string): Promise<Document | undefined> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("loadend", () =>
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined),
    );
    request.send();
  });

const fetchText = async (address: string): Promise<string | undefined> => {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : undefined;
  } catch (failure) {
    // No network: what `fetch` says then.
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
};

/** Of ours nothing stays but the icon, which is the plain page's own. */
const putOn = ({ page, style }: Held): void => {
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  root.lang = page.documentElement.lang;
  for (const ours of document.head.querySelectorAll(
    'style, link:not([rel="icon"]), meta[name="theme-color"]',
  )) {
    ours.remove();
  }
  document.adoptedStyleSheets = [style];
  document.title = page.title;
  document.body.append(...[...page.body.children].map((part) => document.importNode(part, true)));
};

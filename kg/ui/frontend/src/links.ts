/** Links between our own pages: a plain click changes the page without loading the application again. */
import type { Host } from "./types/streamlit";

interface LinkData {
  pages: string[];
}

interface Listening {
  host: Host<LinkData>;
}

const listening = new WeakMap<object, Listening>();

export default function follow(host: Host<LinkData>): () => void {
  const known = listening.get(host.parentElement);
  if (known) {
    known.host = host;
    bringTargetIntoView();
    return () => undefined;
  }
  const state: Listening = { host };
  const onClick = (event: MouseEvent): void => go(state.host, event);
  document.addEventListener("click", onClick);
  listening.set(host.parentElement, state);
  bringTargetIntoView();
  return () => {
    document.removeEventListener("click", onClick);
    listening.delete(host.parentElement);
  };
}

function go(host: Host<LinkData>, event: MouseEvent): void {
  // Ctrl, Shift and the middle button keep their meaning: a new tab or window.
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find((step): step is HTMLAnchorElement => step instanceof HTMLAnchorElement);
  if (!link || link.target === "_blank" || !link.closest(".stHtml")) return;
  const address = new URL(link.href);
  const page = address.pathname.replace(/\/$/, "").split("/").pop() ?? "";
  if (address.origin !== location.origin || !host.data.pages.includes(page)) return;
  event.preventDefault();
  host.setTriggerValue("go", { page, params: Object.fromEntries(address.searchParams) });
  document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0 });
}

/** Waits a little for the page to be drawn, then shows the sentence that a link pointed at. */
function bringTargetIntoView(): void {
  const wanted = new URLSearchParams(location.search).get("at");
  if (!wanted) return;
  const shown = (): boolean => {
    const target = [...document.querySelectorAll<HTMLElement>(".stHtml .kg-target")].find((element) => element.isConnected);
    if (!target || target.dataset.shown) return Boolean(target);
    target.dataset.shown = "yes";
    target.scrollIntoView({ block: "center" });
    return true;
  };
  let attempts = 20;
  const timer = setInterval(() => {
    attempts -= 1;
    if (shown() || attempts === 0) clearInterval(timer);
  }, 150);
}

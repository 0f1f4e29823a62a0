/** What Streamlit hands to a component of its version 2 at every run of the page. */
export interface Host<Data> {
  data: Data;
  key: string;
  name: string;
  parentElement: HTMLElement | ShadowRoot;
  /** A lasting value, kept between runs. */
  setStateValue: (name: string, value: unknown) => void;
  /** A one-off event. */
  setTriggerValue: (name: string, value: unknown) => void;
}

/** Reads a colour or font of the page's theme, which Streamlit publishes as CSS variables. */
export function themeValue(element: Element, name: string, otherwise: string): string {
  return getComputedStyle(element).getPropertyValue(`--st-${name}`).trim() || otherwise;
}

export function find<E extends HTMLElement>(parent: HTMLElement | ShadowRoot, selector: string): E {
  const element = parent.querySelector<E>(selector);
  if (!element) throw new Error(`the component's HTML has no element ${selector}`);
  return element;
}

/** The query editor: colours, completion from our own vocabulary, and Ctrl-Enter. Nothing is asked of the network. */
import Yasqe, { type Completer } from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";
import "./sparql.css";
import { find, type Host } from "./types/streamlit";

interface EditorData {
  text: string;
  /** Changes when Python wants its text shown, so that what is being typed survives every other run. */
  revision: string;
  terms: string[];
  words: Record<"run" | "keys" | "label", string>;
}

interface Editor {
  yasqe: Yasqe;
  host: Host<EditorData>;
  revision: string;
}

const editors = new WeakMap<Host<EditorData>["parentElement"], Editor>();
let terms: string[] = [];

const vocabulary: Completer = {
  name: "vocabulary",
  bulk: false,
  autoShow: true,
  persistenceId: null,
  isValidCompletionPosition: (yasqe) => /^[A-Za-z][\w-]*:?[\w-]*$/.test(yasqe.getCompleteToken().string),
  preProcessToken: (_yasqe, token) => ({ ...token, autocompletionString: token.string }),
  get: (_yasqe, token) => matching(token?.autocompletionString ?? token?.string ?? ""),
};
Yasqe.registerAutocompleter(vocabulary, false);
Yasqe.defaults.autocompleters = ["variables", "vocabulary"];

function matching(start: string): string[] {
  const wanted = start.toLowerCase();
  const local = wanted.includes(":") ? null : wanted;
  return terms
    .filter((term) => term.toLowerCase().startsWith(wanted) || (local && term.toLowerCase().split(":")[1]?.startsWith(local)))
    .slice(0, 40);
}

export default function edit(host: Host<EditorData>): () => void {
  terms = host.data.terms;
  const editor = editors.get(host.parentElement) ?? start(host);
  editor.host = host;
  if (editor.revision !== host.data.revision) {
    editor.revision = host.data.revision;
    if (editor.yasqe.getValue() !== host.data.text) editor.yasqe.setValue(host.data.text);
  }
  const button = find<HTMLButtonElement>(host.parentElement, ".run");
  button.textContent = host.data.words.run;
  find(host.parentElement, ".keys").textContent = host.data.words.keys;
  editor.yasqe.getInputField().setAttribute("aria-label", host.data.words.label);
  return () => {
    editors.delete(host.parentElement);
    editor.yasqe.destroy();
  };
}

function start(host: Host<EditorData>): Editor {
  const frame = find(host.parentElement, ".editor");
  frame.replaceChildren();
  const yasqe = new Yasqe(frame, {
    value: host.data.text,
    persistenceId: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    collapsePrefixesOnLoad: false,
    prefixCcApi: null,
    editorHeight: "19rem",
    pluginButtons: () => [],
  });
  const editor: Editor = { yasqe, host, revision: host.data.revision };
  editors.set(host.parentElement, editor);
  const run = (): void => editor.host.setTriggerValue("run", yasqe.getValue());
  yasqe.setOption("extraKeys", { ...(yasqe.getOption("extraKeys") as object), "Ctrl-Enter": run, "Cmd-Enter": run });
  find(host.parentElement, ".run").addEventListener("click", run);
  // Streamlit listens for single letters on the document.
  frame.addEventListener("keydown", (event) => event.stopPropagation());
  requestAnimationFrame(() => yasqe.refresh());
  return editor;
}

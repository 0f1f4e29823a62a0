/** The part of YASQE that we use; its own declarations pull in those of several other packages. */
export interface Token {
  string: string;
  start: number;
  end: number;
  type: string | null;
}

export interface Completer {
  name: string;
  bulk: boolean;
  autoShow?: boolean;
  persistenceId?: null;
  isValidCompletionPosition: (yasqe: Yasqe) => boolean;
  preProcessToken?: (yasqe: Yasqe, token: Token) => Token & { autocompletionString?: string };
  get: (yasqe: Yasqe, token?: Token & { autocompletionString?: string }) => string[];
}

export default class Yasqe {
  constructor(parent: HTMLElement, config: Record<string, unknown>);
  static registerAutocompleter(completer: Completer, enable?: boolean): void;
  static defaults: { autocompleters: string[] };
  getValue(): string;
  setValue(text: string): void;
  getCompleteToken(): Token;
  setOption(name: string, value: unknown): void;
  getOption(name: string): unknown;
  on(event: string, handler: () => void): void;
  refresh(): void;
  destroy(): void;
  getInputField(): HTMLElement;
}

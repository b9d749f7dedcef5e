/** A button: what it says and the command it runs. `data` is never trusted: permission and state are checked again. */
export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * A button as templates draw it: Action.Execute with a fallback Action.Submit whose data carries the verb.
 * `inputs` "none" lets it be pressed though required inputs of the card are empty.
 */
export interface ButtonView {
  readonly title: string;
  readonly verb: string;
  readonly style: 'default' | 'positive';
  readonly inputs: 'auto' | 'none';
  readonly data: Readonly<Record<string, string>>;
  readonly submitData: Readonly<Record<string, string>>;
}

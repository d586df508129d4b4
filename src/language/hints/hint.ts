/** Something the text does not say, shown in it. */
export interface Hint {
  readonly kind: 'type' | 'parameter' | 'route';
  /** Where it is shown: an offset of the document. */
  readonly offset: number;
  readonly label: string;
}

/** Which hints a person wants. */
export interface HintSettings {
  /** What a `q:set` holds, where its expression tells. */
  readonly variableTypes: boolean;
  /** The columns of a query that names none. */
  readonly queryColumns: boolean;
  /** What a loop's variable is. */
  readonly loopVariables: boolean;
  /** The file behind a link. */
  readonly routes: boolean;
  /** Of arguments that are given by their position. */
  readonly parameterNames: boolean;
}

/** What is shown when nobody has said anything: what cannot be seen in the text beside it. */
export const defaultHints: HintSettings = {
  variableTypes: false,
  queryColumns: true,
  loopVariables: false,
  routes: false,
  parameterNames: true,
};

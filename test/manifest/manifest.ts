import { readJson } from './source.js';

interface MenuItem {
  /** Either a command or a submenu. */
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}
interface Setting {
  readonly default: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly propertyNames?: unknown;
}
interface WalkthroughStep {
  readonly description: string;
  readonly completionEvents: readonly string[];
  readonly media: { readonly svg?: string; readonly markdown?: string };
  readonly when?: string;
}

/** The parts of package.json the editor reads. */
export interface Manifest {
  readonly repository: { readonly url: string };
  readonly icon: string;
  readonly l10n: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[];
    readonly commands: readonly { readonly command: string; readonly icon?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings: readonly MenuItem[];
    readonly yamlValidation: readonly {
      readonly fileMatch: readonly string[];
      readonly url: string;
    }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly WalkthroughStep[];
    }[];
  };
}

export const manifest = readJson('package.json') as Manifest;

/** Every string anywhere in a value. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

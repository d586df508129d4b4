import type { HtmlFacts } from '../../language/embedded/html/htmlFacts.js';
import type { CssService } from './embeddedCss.js';
import type { abbreviations } from './embeddedEmmet.js';

/** The services of other languages; each is loaded when it is first asked for. */
export class EmbeddedServices {
  private htmlLoaded: Promise<HtmlFacts> | null = null;
  private emmetLoaded: Promise<typeof abbreviations> | null = null;
  private cssLoaded: Promise<CssService> | null = null;

  html(): Promise<HtmlFacts> {
    this.htmlLoaded ??= import('./embeddedHtml.js').then(({ htmlFacts }) => htmlFacts());
    return this.htmlLoaded;
  }

  /** What abbreviations stand for. */
  emmet(): Promise<typeof abbreviations> {
    this.emmetLoaded ??= import('./embeddedEmmet.js').then((loaded) => loaded.abbreviations);
    return this.emmetLoaded;
  }

  css(): Promise<CssService> {
    this.cssLoaded ??= import('./embeddedCss.js').then(({ CssService }) => new CssService());
    return this.cssLoaded;
  }
}

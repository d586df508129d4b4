import assert from 'node:assert/strict';
import { formsOf, type Form } from './forms.js';
import { visibleText } from './text.js';

export interface Page {
  readonly status: number;
  /** Path and query the answer came from, after redirects. */
  readonly path: string;
  readonly html: string;
  readonly text: string;
}

/** Someone with a browser: keeps cookies, follows redirects, fills in the forms a page has. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly address: string) {}

  visit(path: string): Promise<Page> {
    return this.request(path);
  }

  /** Sends the form of `page` that `wanted` picks, its fields as shown but for `values`. */
  submit(
    page: Page,
    wanted: (form: Form) => boolean,
    values: Readonly<Record<string, string>>,
  ): Promise<Page> {
    const form = formsOf(page.html).find(wanted);
    assert.ok(form, `no such form on ${page.path}`);
    for (const name of Object.keys(values))
      assert.ok(name in form.fields, `the form of ${page.path} has no field ${name}`);
    const body = new URLSearchParams({ ...form.fields, ...values });
    return this.request(form.action || page.path, body, page.path);
  }

  async signIn(email: string, password: string): Promise<Page> {
    const page = await this.visit('/login');
    return this.submit(page, (form) => 'password' in form.fields, { email, password });
  }

  private async request(path: string, body?: URLSearchParams, referrer?: string): Promise<Page> {
    let url = new URL(path, this.address);
    let sent = body;
    for (let hops = 0; hops < 10; hops++) {
      const answer = await fetch(url, {
        method: sent ? 'POST' : 'GET',
        redirect: 'manual',
        headers: {
          cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(referrer === undefined ? {} : { referer: new URL(referrer, this.address).href }),
        },
        ...(sent ? { body: sent } : {}),
        signal: AbortSignal.timeout(15_000),
      });
      this.remember(answer);
      const html = await answer.text();
      const location = answer.headers.get('location');
      if (location === null || answer.status < 300 || answer.status > 399)
        return {
          status: answer.status,
          path: url.pathname + url.search,
          html,
          text: visibleText(html),
        };
      url = new URL(location, url);
      assert.equal(url.origin, this.address, `${path} led to another site`);
      sent = undefined;
    }
    throw new Error(`${path} redirects without end`);
  }

  private remember(answer: Response): void {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
  }
}

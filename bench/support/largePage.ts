/** A page of about `lines` lines as people write them: forms, loops, queries, expressions. */
export function largePage(lines: number): string {
  const parts = ['<q:component name="Large">'];
  for (let at = 0; parts.length * 10 < lines; at += 1) {
    parts.push(
      [
        `  <q:query name="rows${at}" datasource="shop">SELECT id, name FROM products WHERE id = :id`,
        `    <q:param name="id" value="{${at}}" type="integer"/>`,
        '  </q:query>',
        `  <div class="card" id="c${at}">`,
        `    <q:loop query="rows${at}" var="row">`,
        '      <p>{row.name} &amp; more: <b>{row.id}</b></p>',
        `      <q:if condition="{row.id > ${at}}"><span>many</span></q:if>`,
        '    </q:loop>',
        `    <a href="/products/${at}">Open</a>`,
        '  </div>',
      ].join('\n'),
    );
  }
  parts.push('</q:component>\n');
  return parts.join('\n');
}

<q:component name="Desk" require_auth="true" require_role="librarian">
  <!-- Guarded by role, with a part for its own navigation; SQL with WITH, CASE and a window. -->
  <q:import component="Frame" from="_layout" />
  <q:import component="DeskNav" from="_parts" />
  <q:query name="late" datasource="library">
    <![CDATA[
    WITH open_loans AS (
      SELECT l.*, julianday('now') - julianday(l.due) AS days FROM loans l WHERE l.returned IS NULL
    )
    SELECT b.title AS title, m.name AS reader, o.due AS due,
      CASE WHEN o.days < 0 THEN 'in time' WHEN o.days <= 7 THEN 'a week' ELSE 'long' END AS how,
      row_number() OVER (PARTITION BY m.id ORDER BY o.due) AS nth
    FROM open_loans o
    JOIN books b ON b.id = o.book_id
    JOIN members m ON m.id = o.member_id
    /* the longest first */
    ORDER BY o.days DESC
    ]]>
  </q:query>
  <q:query name="figures" datasource="library">
    SELECT (SELECT count(*) FROM books) AS books, (SELECT count(*) FROM members) AS members
  </q:query>
  <Frame title="Desk: Overview" here="desk">
    <DeskNav here="overview" />
    <dl class="figures"><div><dt>Books</dt><dd>{figures.books}</dd></div><div><dt>Readers</dt><dd>{figures.members}</dd></div></dl>
    <table>
      <thead><tr><th>Title</th><th>Reader</th><th>Due</th><th></th></tr></thead>
      <tbody>
        <q:loop query="late">
          <tr class="late-{slugify(late.how)}"><td>{late.title}</td><td>{late.reader} ({late.nth})</td><td>{late.due}</td><td>{late.how}</td></tr>
        </q:loop>
      </tbody>
    </table>
  </Frame>
</q:component>

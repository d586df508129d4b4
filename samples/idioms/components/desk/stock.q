<q:component name="DeskStock" require_auth="true" require_role="librarian">
  <!-- A table that is edited where it stands. -->
  <q:import component="Frame" from="_layout" />
  <q:import component="DeskNav" from="_parts" />
  <q:query name="stock" datasource="library" paginate="true" page="{query.page}" pageSize="20" sortable="true">
    SELECT id, title, copies, note FROM books ORDER BY id
  </q:query>
  <Frame title="Desk: Stock" here="desk">
    <DeskNav here="stock" />
    <ui:table source="{stock}" datasource="library" edit="books" sort="true">
      <ui:column key="id" label="No." />
      <ui:column key="title" label="Title" edit="false" />
      <ui:column key="copies" label="Copies" />
      <ui:column key="note" label="Note" />
    </ui:table>
    <ui:pager for="stock" param="page" />
  </Frame>
</q:component>

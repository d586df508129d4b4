<q:component name="NewBook">
  <!-- A form by widgets, its rules on the parameters of the action. -->
  <q:import component="Frame" from="_layout" />
  <q:action name="add" method="POST">
    <q:param name="title" type="string" required="true" minlength="2" maxlength="120" />
    <q:param name="author" type="string" required="true" maxlength="80" />
    <q:param name="shelf" type="string" required="true" enum="Travel,Cookery,Children,Novels,Science" />
    <q:param name="year" type="integer" required="true" min="1450" max="2100" />
    <q:param name="copies" type="integer" default="1" min="0" />
    <q:param name="note" type="string" default="" />
    <q:query name="added" datasource="library">
      INSERT INTO books (title, author, shelf, year, copies, note) VALUES (:title, :author, :shelf, :year, :copies, :note)
      <q:param name="title" value="{title}" type="string" />
      <q:param name="author" value="{author}" type="string" />
      <q:param name="shelf" value="{shelf}" type="string" />
      <q:param name="year" value="{year}" type="integer" />
      <q:param name="copies" value="{copies}" type="integer" />
      <q:param name="note" value="{note}" type="string" maxLength="200" />
    </q:query>
    <q:redirect url="/books/{added_result.lastInsertId}" flash="{title} stands on its shelf." />
  </q:action>
  <Frame title="New book" here="books" message="{flash}" kind="{flashType or 'info'}">
    <h1>A new book</h1>
    <ui:form on-submit="add" validation="both" error-display="inline">
      <ui:formitem label="Title"><ui:input bind="title" required="true" placeholder="As on the cover" /></ui:formitem>
      <ui:formitem label="Author"><ui:input bind="author" /></ui:formitem>
      <ui:hbox gap="md" align="end">
        <ui:formitem label="Shelf">
          <ui:select bind="shelf" value="Novels">
            <ui:option value="Travel" label="Travel" />
            <ui:option value="Cookery" label="Cookery" />
            <ui:option value="Children" label="For children" />
            <ui:option value="Novels" label="Novels" />
            <ui:option value="Science" label="Science" />
          </ui:select>
        </ui:formitem>
        <ui:formitem label="Year"><ui:input bind="year" type="number" min="1450" max="2100" /></ui:formitem>
        <ui:formitem label="Copies"><ui:input bind="copies" type="number" value="1" /></ui:formitem>
      </ui:hbox>
      <ui:formitem label="Note"><ui:input bind="note" rows="3" /></ui:formitem>
      <ui:button variant="primary">Add it</ui:button>
    </ui:form>
  </Frame>
</q:component>

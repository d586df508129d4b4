<q:component name="Widgets">
  <!-- The widgets that hold others. -->
  <q:import component="Frame" from="_layout" />
  <q:query name="books" datasource="library">SELECT title, author FROM books ORDER BY title LIMIT 3</q:query>
  <Frame title="Widgets">
    <ui:vbox gap="lg" padding="md">
      <ui:breadcrumb separator="/"><ui:breadcrumb-item to="/" label="Library" /><ui:breadcrumb-item label="Widgets" /></ui:breadcrumb>
      <ui:tabpanel>
        <ui:tab title="One"><ui:text size="lg" weight="bold">First</ui:text></ui:tab>
        <ui:tab title="Two"><ui:panel title="Second"><p>Anything.</p></ui:panel></ui:tab>
      </ui:tabpanel>
      <ui:grid columns="3" gap="sm">
        <ui:card title="Books" subtitle="all of them" variant="outlined"><ui:card-body>Some text</ui:card-body><ui:card-footer><ui:link to="/books">See</ui:link></ui:card-footer></ui:card>
        <ui:alert variant="warning" title="Mind the step" dismissible="true">It is high.</ui:alert>
        <ui:badge variant="success">new</ui:badge>
      </ui:grid>
      <ui:accordion><ui:section title="When?" expanded="true"><p>Now.</p></ui:section><ui:section title="Where?"><p>Here.</p></ui:section></ui:accordion>
      <ui:list source="{books}" as="book"><ui:item>{book.title} — {book.author}</ui:item></ui:list>
      <ui:modal title="Sure?" modal-id="sure" closable="true" size="sm"><p>It cannot be undone.</p></ui:modal>
      <ui:tooltip content="A hint" position="top"><ui:button>Hover</ui:button></ui:tooltip>
      <ui:dropdown label="More"><ui:option label="Copy" value="copy" /><ui:option label="Move" value="move" /></ui:dropdown>
      <ui:hbox justify="between" stack-below="md"><ui:avatar name="Rosa Nilsen" size="sm" /><ui:spacer /><ui:image src="/static/lamp.svg" alt="A lamp" width="24" /></ui:hbox>
      <ui:rule />
      <ui:markdown># A title

Some *text* in Markdown.</ui:markdown>
      <ui:skeleton variant="text" lines="2" />
      <ui:checkbox bind="agree" label="I agree" />
      <ui:switch bind="loud" label="Loud" />
      <ui:radio bind="size" options="small,large" value="small" />
    </ui:vbox>
  </Frame>
</q:component>

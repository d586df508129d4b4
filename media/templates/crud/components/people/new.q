<q:component name="NewPerson">
  <q:import component="AppLayout" from="_layout" />

  <q:action name="create" method="POST">
    <q:param name="name" type="string" required="true" minlength="2" maxlength="80" />
    <q:param name="email" type="email" required="true" maxlength="120" />
    <q:param name="note" type="string" default="" maxlength="500" />

    <q:query name="taken" datasource="db">
      SELECT id FROM people WHERE email = :email
      <q:param name="email" value="{email}" type="string" />
    </q:query>
    <q:if condition="len(taken) > 0">
      <q:flash type="error" message="{email} is in the list already." />
      <q:redirect url="/people/new" />
    </q:if>

    <q:query name="created" datasource="db">
      INSERT INTO people (name, email, note) VALUES (:name, :email, :note)
      <q:param name="name" value="{name}" type="string" />
      <q:param name="email" value="{email}" type="string" />
      <q:param name="note" value="{form.note}" type="string" />
    </q:query>
    <q:redirect url="/" flash="{name} is in the list." />
  </q:action>

  <AppLayout title="Add a person" flash="{flash}" flashType="{flashType}">
    <h1>Add a person</h1>
    <section class="panel">
      <ui:form on-submit="create">
        <ui:formitem label="Name"><ui:input bind="name" /></ui:formitem>
        <ui:formitem label="Email"><ui:input bind="email" type="email" /></ui:formitem>
        <ui:formitem label="Note"><ui:input bind="note" rows="4" /></ui:formitem>
        <ui:button variant="primary">Add</ui:button>
      </ui:form>
    </section>
  </AppLayout>
</q:component>

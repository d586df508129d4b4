<q:component name="Person">
  <!-- /people/1: change or remove one person. -->
  <q:import component="AppLayout" from="_layout" />

  <q:action name="save" method="POST">
    <q:param name="name" type="string" required="true" minlength="2" maxlength="80" />
    <q:param name="email" type="email" required="true" maxlength="120" />
    <q:param name="note" type="string" default="" maxlength="500" />

    <q:query name="taken" datasource="db">
      SELECT id FROM people WHERE email = :email AND id != :id
      <q:param name="email" value="{email}" type="string" />
      <q:param name="id" value="{id}" type="string" />
    </q:query>
    <q:if condition="len(taken) > 0">
      <q:flash type="error" message="{email} belongs to someone else." />
      <q:redirect url="/people/{id}" />
    </q:if>

    <q:query name="saved" datasource="db">
      UPDATE people SET name = :name, email = :email, note = :note WHERE id = :id
      <q:param name="name" value="{name}" type="string" />
      <q:param name="email" value="{email}" type="string" />
      <q:param name="note" value="{form.note}" type="string" />
      <q:param name="id" value="{id}" type="string" />
    </q:query>
    <q:redirect url="/" flash="{name} is saved." />
  </q:action>

  <q:action name="remove" method="POST">
    <q:query name="removed" datasource="db">
      DELETE FROM people WHERE id = :id
      <q:param name="id" value="{id}" type="string" />
    </q:query>
    <q:redirect url="/" flash="Removed." />
  </q:action>

  <q:query name="found" datasource="db">
    SELECT id, name, email, note FROM people WHERE id = :id
    <q:param name="id" value="{id}" type="string" />
  </q:query>

  <AppLayout title="Person" flash="{flash}" flashType="{flashType}">
    <q:if condition="len(found) == 0">
      <h1>Nobody here</h1>
      <p class="soft">There is no person with the number {id}.</p>
      <q:else>
        <h1>{found[0].name}</h1>
        <section class="panel">
          <ui:form on-submit="save">
            <ui:formitem label="Name"><ui:input bind="name" value="{found[0].name}" /></ui:formitem>
            <ui:formitem label="Email"><ui:input bind="email" type="email" value="{found[0].email}" /></ui:formitem>
            <ui:formitem label="Note"><ui:input bind="note" rows="4" value="{found[0].note}" /></ui:formitem>
            <ui:button variant="primary">Save</ui:button>
          </ui:form>
        </section>
        <form class="remove" method="post">
          <input type="hidden" name="action" value="remove" />
          <button class="button button-danger" type="submit">Remove</button>
        </form>
      </q:else>
    </q:if>
  </AppLayout>
</q:component>

<q:component name="People">
  <q:import component="AppLayout" from="_layout" />

  <q:set name="term" value="{query.q}" default="" />

  <!-- onerror="continue": without its database the page says what to do instead of failing. -->
  <q:query name="people" datasource="db" onerror="continue">
    SELECT id, name, email FROM people WHERE name LIKE :term OR email LIKE :term ORDER BY name
    <q:param name="term" value="%{term}%" type="string" />
  </q:query>

  <AppLayout title="People" flash="{flash}" flashType="{flashType}">
    <div class="head">
      <h1>People</h1>
      <form action="/" method="get" role="search">
        <input type="search" name="q" value="{term}" placeholder="Search" aria-label="Search" />
      </form>
      <a class="button" href="/people/new">Add a person</a>
    </div>
    <section class="panel">
      <q:if condition="not people_result.success">
        <p>The database is not there yet. Run “quantum migrate up” and reload.</p>
        <q:elseif condition="len(people) == 0">
          <p class="soft">Nobody found.</p>
        </q:elseif>
        <q:else>
          <table>
            <thead><tr><th>Name</th><th>Email</th></tr></thead>
            <tbody>
              <q:loop query="people">
                <tr><td><a href="/people/{people.id}">{people.name}</a></td><td>{people.email}</td></tr>
              </q:loop>
            </tbody>
          </table>
        </q:else>
      </q:if>
    </section>
  </AppLayout>
</q:component>

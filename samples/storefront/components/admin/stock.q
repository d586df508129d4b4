<q:component name="AdminStock" require_auth="true" require_role="admin">
  <!-- Counting day: sort by any column, click a number, type, Enter. -->
  <q:import component="AdminLayout" from="_layout" />

  <q:query name="shelf" datasource="db" paginate="true" page="{query.page}" pageSize="12" sortable="true">
    SELECT id, name, price_cents, stock FROM products ORDER BY name
  </q:query>

  <AdminLayout title="Stock" active="stock" flash="{flash}" flashType="{flashType}">
    <section class="panel">
      <p class="muted">Change a price or a count right in the table. Prices are in cents.</p>
      <ui:table source="{shelf}" datasource="db" edit="products" sort="true">
        <ui:column key="id" label="No." />
        <ui:column key="name" label="Product" edit="false" />
        <ui:column key="price_cents" label="Price" />
        <ui:column key="stock" label="In stock" />
      </ui:table>
      <ui:pager for="shelf" />
    </section>
  </AdminLayout>
</q:component>

<q:component name="AdminProduct" require_auth="true" require_role="admin">
  <!-- /admin/products/7 edits a product, /admin/products/new makes one. -->
  <q:import component="AdminLayout" from="_layout" />
  <q:import component="EmptyState" from="_parts" />

  <q:action name="save" method="POST">
    <q:param name="name" type="string" required="true" minlength="3" maxlength="60" />
    <q:param name="summary" type="string" required="true" minlength="3" maxlength="120" />
    <q:param name="description" type="string" required="true" minlength="3" maxlength="1000" />
    <q:param name="material" type="string" required="true" maxlength="80" />
    <q:param name="category_id" type="integer" required="true" min="1" max="6" />
    <q:param name="price_cents" type="integer" required="true" min="1" max="1000000" />
    <q:param name="stock" type="integer" required="true" min="0" max="100000" />
    <q:param name="featured" type="boolean" default="false" />

    <q:query name="known" datasource="db">
      SELECT id FROM products WHERE id = :id
      <q:param name="id" value="{id}" type="string" />
    </q:query>
    <q:if condition="id != 'new' and len(known) == 0">
      <q:flash type="error" message="There is no product {id}." />
      <q:redirect url="/admin/products" />
    </q:if>

    <q:query name="saved" datasource="db">
      INSERT INTO products (id, category_id, name, summary, description, material, price_cents, stock, featured, image, created_at)
      VALUES (CASE WHEN :id = 'new' THEN NULL ELSE CAST(:id AS INTEGER) END,
        :category, :name, :summary, :description, :material, :price, :stock, :featured, 'jar.svg', date('now'))
      ON CONFLICT (id) DO UPDATE SET category_id = excluded.category_id, name = excluded.name, summary = excluded.summary,
        description = excluded.description, material = excluded.material, price_cents = excluded.price_cents,
        stock = excluded.stock, featured = excluded.featured
      <q:param name="id" value="{id}" type="string" />
      <q:param name="category" value="{category_id}" type="integer" />
      <q:param name="name" value="{name}" type="string" />
      <q:param name="summary" value="{summary}" type="string" />
      <q:param name="description" value="{description}" type="string" />
      <q:param name="material" value="{material}" type="string" />
      <q:param name="price" value="{price_cents}" type="integer" />
      <q:param name="stock" value="{stock}" type="integer" />
      <q:param name="featured" value="{1 if featured else 0}" type="integer" />
    </q:query>
    <q:flash type="success" message="{name} is saved." />
    <q:redirect url="/admin/products" />
  </q:action>

  <q:query name="found" datasource="db">
    SELECT id, category_id, name, summary, description, material, price_cents, stock, featured, image
    FROM products WHERE id = :id
    <q:param name="id" value="{id}" type="string" />
  </q:query>
  <!-- An empty product for the form at /admin/products/new. -->
  <q:query name="blank" datasource="db">
    SELECT 1 AS category_id, '' AS name, '' AS summary, '' AS description, '' AS material, '' AS price_cents,
      0 AS stock, 0 AS featured, 'jar.svg' AS image
  </q:query>
  <q:set name="product" value="{found[0] if len(found) == 1 else blank[0]}" />

  <AdminLayout title="{'New product' if id == 'new' else product.name or 'Product'}" active="products" flash="{flash}" flashType="{flashType}">
    <q:if condition="len(found) == 0 and id != 'new'">
      <EmptyState title="There is no product {id}" text="It may have been removed.">
        <a class="button" href="/admin/products">All products</a>
      </EmptyState>
      <q:else>
        <div class="split">
          <section class="panel">
            <ui:form on-submit="save">
              <ui:formitem label="Name"><ui:input bind="name" value="{product.name}" /></ui:formitem>
              <ui:formitem label="Summary"><ui:input bind="summary" value="{product.summary}" /></ui:formitem>
              <ui:formitem label="Description"><ui:input bind="description" rows="5" value="{product.description}" /></ui:formitem>
              <ui:hbox class="two">
                <ui:formitem label="Material"><ui:input bind="material" value="{product.material}" /></ui:formitem>
                <ui:formitem label="Category">
                  <ui:select bind="category_id" value="{product.category_id}">
                    <ui:option value="1" label="Tableware" />
                    <ui:option value="2" label="Lighting" />
                    <ui:option value="3" label="Textiles" />
                    <ui:option value="4" label="Kitchen" />
                    <ui:option value="5" label="Plants" />
                    <ui:option value="6" label="Desk" />
                  </ui:select>
                </ui:formitem>
              </ui:hbox>
              <ui:hbox class="two">
                <ui:formitem label="Price in cents"><ui:input bind="price_cents" type="number" value="{product.price_cents}" /></ui:formitem>
                <ui:formitem label="In stock"><ui:input bind="stock" type="number" value="{product.stock}" /></ui:formitem>
              </ui:hbox>
              <label class="tick">
                <q:if condition="product.featured">
                  <input type="checkbox" name="featured" value="true" checked="checked" />
                  <q:else><input type="checkbox" name="featured" value="true" /></q:else>
                </q:if>
                <span>Show it on the front page</span>
              </label>
              <ui:button variant="primary">Save product</ui:button>
            </ui:form>
          </section>
          <aside class="panel summary">
            <img src="/static/products/{product.image}" alt="" width="400" height="400" />
            <p class="muted">{'Featured on the front page' if product.featured else 'Not on the front page'}</p>
            <q:if condition="id != 'new'">
              <a class="quiet-link" href="/product/{id}">See it in the shop</a>
            </q:if>
          </aside>
        </div>
      </q:else>
    </q:if>
  </AdminLayout>
</q:component>

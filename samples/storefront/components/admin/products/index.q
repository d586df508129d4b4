<q:component name="AdminProducts" require_auth="true" require_role="admin">
  <q:import component="AdminLayout" from="_layout" />
  <q:import component="Pager" from="_parts" />
  <q:import component="Price" from="_parts" />
  <q:import component="StockNote" from="_parts" />

  <q:set name="term" value="{query.q}" default="" />
  <q:query name="products" datasource="db" paginate="true" page="{query.page}" pageSize="12">
    SELECT p.id, p.name, p.image, p.price_cents, p.stock, p.featured, c.name AS category
    FROM products p JOIN categories c ON c.id = p.category_id
    WHERE p.name LIKE :term OR c.name LIKE :term ORDER BY p.name
    <q:param name="term" value="%{term}%" type="string" />
  </q:query>

  <AdminLayout title="Products" active="products" flash="{flash}" flashType="{flashType}">
    <div class="toolbar">
      <form class="site-search" action="/admin/products" method="get" role="search">
        <input type="search" name="q" value="{term}" placeholder="Name or category" aria-label="Search products" />
      </form>
      <a class="button button-small" href="/admin/products/new">New product</a>
    </div>
    <section class="panel">
      <table class="table">
        <thead><tr><th></th><th>Product</th><th>Category</th><th>Stock</th><th class="num">Price</th><th></th></tr></thead>
        <tbody>
          <q:loop items="{products}" var="product">
            <tr>
              <td class="thumb"><img src="/static/products/{product.image}" alt="" width="44" height="44" /></td>
              <td><a href="/admin/products/{product.id}"><strong>{product.name}</strong></a></td>
              <td>{product.category}</td>
              <td><span class="cell-stock"><b>{product.stock}</b><StockNote stock="{product.stock}" /></span></td>
              <td class="num"><Price cents="{product.price_cents}" /></td>
              <td>{'Featured' if product.featured else ''}</td>
            </tr>
          </q:loop>
        </tbody>
      </table>
    </section>
    <Pager page="{products_result.pagination.currentPage}" pages="{products_result.pagination.totalPages}" base="/admin/products?q={urlencode(term)}&amp;page=" />
  </AdminLayout>
</q:component>

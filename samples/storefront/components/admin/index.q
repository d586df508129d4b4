<q:component name="AdminOverview" require_auth="true" require_role="admin">
  <q:import component="AdminLayout" from="_layout" />
  <q:import component="OrderStatus" from="_parts" />
  <q:import component="Price" from="_parts" />

  <!-- application.announcement is shared by every visitor until the server restarts. -->
  <q:action name="announce" method="POST">
    <q:param name="announcement" type="string" default="" maxlength="120" />
    <q:set name="application.announcement" value="{form.announcement}" scope="application" />
    <q:flash type="success" message="{'The announcement is up.' if form.announcement else 'The announcement is gone.'}" />
    <q:redirect url="/admin" />
  </q:action>

  <q:query name="figures" datasource="db">
    SELECT
      (SELECT count(*) FROM orders WHERE status IN ('new', 'packed')) AS open_orders,
      (SELECT coalesce(sum(subtotal_cents + shipping_cents), 0) FROM orders WHERE status != 'cancelled') AS revenue_cents,
      (SELECT count(*) FROM users WHERE role = 'customer') AS customers,
      (SELECT count(*) FROM products WHERE stock &lt; 5) AS low_stock
  </q:query>
  <q:query name="latest" datasource="db">
    SELECT o.id, o.status, o.recipient, o.created_at, o.subtotal_cents + o.shipping_cents AS total_cents
    FROM orders o ORDER BY o.id DESC LIMIT 6
  </q:query>
  <q:query name="low" datasource="db">
    SELECT id, name, stock, image FROM products WHERE stock &lt; 10 ORDER BY stock, name LIMIT 6
  </q:query>

  <AdminLayout title="Overview" active="dashboard" flash="{flash}" flashType="{flashType}">
    <div class="tiles">
      <div class="tile"><span>Open orders</span><b>{figures.open_orders}</b></div>
      <div class="tile"><span>Revenue</span><b><Price cents="{figures.revenue_cents}" /></b></div>
      <div class="tile"><span>Customers</span><b>{figures.customers}</b></div>
      <div class="tile"><span>Low on stock</span><b>{figures.low_stock}</b></div>
    </div>
    <div class="split">
      <section class="panel">
        <div class="block-head"><h2>Latest orders</h2><a href="/admin/orders">All orders</a></div>
        <table class="table">
          <thead><tr><th>No.</th><th>Customer</th><th>Date</th><th>Status</th><th class="num">Total</th></tr></thead>
          <tbody>
            <q:loop query="latest">
              <tr><td><a href="/orders/{latest.id}">{latest.id}</a></td><td>{latest.recipient}</td><td>{dateFormat(latest.created_at, '%e %b %Y')}</td><td><OrderStatus status="{latest.status}" /></td><td class="num"><Price cents="{latest.total_cents}" /></td></tr>
            </q:loop>
          </tbody>
        </table>
      </section>
      <div class="column">
        <section class="panel">
          <h2>Soon sold out</h2>
          <q:loop query="low">
            <a class="low-row" href="/admin/products/{low.id}"><img src="/static/products/{low.image}" alt="" width="40" height="40" /><span>{low.name}</span><b class="{'count count-none' if low.stock == 0 else 'count'}">{low.stock}</b></a>
          </q:loop>
        </section>
        <section class="panel">
          <h2>Announcement</h2>
          <form class="stack" method="post" action="/admin">
            <label for="announcement">The line above every shop page</label>
            <input id="announcement" name="announcement" maxlength="120" value="{application.announcement}" placeholder="Leave empty for the usual one" />
            <button class="button button-small" type="submit">Publish</button>
          </form>
        </section>
      </div>
    </div>
  </AdminLayout>
</q:component>

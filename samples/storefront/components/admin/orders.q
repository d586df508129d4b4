<q:component name="AdminOrders" require_auth="true" require_role="admin">
  <q:import component="AdminLayout" from="_layout" />
  <q:import component="OrderStatus" from="_parts" />
  <q:import component="Price" from="_parts" />

  <q:action name="setStatus" method="POST">
    <q:param name="order" type="integer" required="true" />
    <q:param name="status" type="string" required="true" enum="new,packed,sent,delivered,cancelled" />
    <q:query name="moved" datasource="db">
      UPDATE orders SET status = :status WHERE id = :order
      <q:param name="status" value="{status}" type="string" />
      <q:param name="order" value="{order}" type="integer" />
    </q:query>
    <q:if condition="moved_result.affectedRows == 0">
      <q:flash type="error" message="There is no order {order}." />
      <q:redirect url="/admin/orders" />
    </q:if>
    <q:flash type="success" message="Order {order} is now {status}." />
    <q:redirect url="/admin/orders" />
  </q:action>

  <q:set name="wanted" value="{query.status}" default="" />
  <q:query name="orders" datasource="db" paginate="true" page="{query.page}" pageSize="20">
    SELECT o.id, o.status, o.recipient, o.city, o.created_at, u.email, o.subtotal_cents + o.shipping_cents AS total_cents
    FROM orders o JOIN users u ON u.id = o.user_id
    WHERE (:status = '' OR o.status = :status) ORDER BY o.id DESC
    <q:param name="status" value="{wanted}" type="string" />
  </q:query>

  <AdminLayout title="Orders" active="orders" flash="{flash}" flashType="{flashType}">
    <nav class="chips" aria-label="Status">
      <a class="{'chip here' if wanted == '' else 'chip'}" href="/admin/orders">All</a>
      <q:loop type="list" items="new,packed,sent,delivered,cancelled" var="state">
        <a class="{'chip here' if wanted == state else 'chip'}" href="/admin/orders?status={state}">{upper(state[0:1])}{state[1:]}</a>
      </q:loop>
    </nav>
    <section class="panel">
      <q:if condition="len(orders) == 0">
        <p class="muted">No order is in this state.</p>
        <q:else>
          <table class="table">
            <thead><tr><th>No.</th><th>Customer</th><th>Date</th><th>Status</th><th class="num">Total</th><th>Move to</th></tr></thead>
            <tbody>
              <q:loop query="orders">
                <tr>
                  <td><a href="/orders/{orders.id}">{orders.id}</a></td>
                  <td><span class="cell-two">{orders.recipient}<small>{orders.email}</small></span></td>
                  <td>{dateFormat(orders.created_at, '%e %b %Y')}</td>
                  <td><OrderStatus status="{orders.status}" /></td>
                  <td class="num"><Price cents="{orders.total_cents}" /></td>
                  <td>
                    <form class="inline" method="post" action="/admin/orders">
                      <input type="hidden" name="order" value="{orders.id}" />
                      <select name="status" aria-label="New status of order {orders.id}">
                        <option value="packed">packed</option>
                        <option value="sent">sent</option>
                        <option value="delivered">delivered</option>
                        <option value="cancelled">cancelled</option>
                      </select>
                      <button class="button button-small button-plain" type="submit">Save</button>
                    </form>
                  </td>
                </tr>
              </q:loop>
            </tbody>
          </table>
        </q:else>
      </q:if>
    </section>
  </AdminLayout>
</q:component>

<q:component name="Orders" require_auth="true">
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="EmptyState" from="_parts" />
  <q:import component="OrderStatus" from="_parts" />
  <q:import component="Price" from="_parts" />

  <q:query name="orders" datasource="db">
    SELECT o.id, o.status, o.created_at, o.subtotal_cents + o.shipping_cents AS total_cents,
      (SELECT sum(quantity) FROM order_items WHERE order_id = o.id) AS items
    FROM orders o WHERE o.user_id = :user ORDER BY o.id DESC
    <q:param name="user" value="{session.userId}" type="integer" />
  </q:query>

  <StoreLayout title="Your orders" active="account" flash="{flash}" flashType="{flashType}">
    <q:if condition="len(orders) == 0">
      <EmptyState title="No orders yet" text="When you order something, you can follow it here." />
      <q:else>
        <div class="page-head"><h1>Your orders</h1><p class="muted">{len(orders)} {'order' if len(orders) == 1 else 'orders'}</p></div>
        <div class="panel">
          <q:loop query="orders">
            <a class="order-row" href="/orders/{orders.id}"><span><strong>No. {orders.id}</strong><small>{dateFormat(orders.created_at, '%e %B %Y')}, {orders.items} {'item' if orders.items == 1 else 'items'}</small></span><OrderStatus status="{orders.status}" /><Price cents="{orders.total_cents}" /></a>
          </q:loop>
        </div>
      </q:else>
    </q:if>
  </StoreLayout>
</q:component>

<q:component name="Order" require_auth="true">
  <!-- One order: its owner may read it, and whoever runs the shop. -->
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="EmptyState" from="_parts" />
  <q:import component="OrderLines" from="_parts" />
  <q:import component="OrderStatus" from="_parts" />

  <q:query name="found" datasource="db">
    SELECT id, status, recipient, street, city, postcode, country, note, subtotal_cents, shipping_cents, created_at
    FROM orders WHERE id = :id AND (user_id = :user OR :role = 'admin')
    <q:param name="id" value="{id}" type="string" />
    <q:param name="user" value="{session.userId}" type="integer" />
    <q:param name="role" value="{session.userRole}" type="string" />
  </q:query>

  <StoreLayout title="Order {id}" active="account" flash="{flash}" flashType="{flashType}">
    <q:if condition="len(found) == 0">
      <EmptyState title="There is no such order" text="Either the number is wrong, or it is not yours to see.">
        <a class="button" href="/orders">Your orders</a>
      </EmptyState>
      <q:else>
        <nav class="crumbs" aria-label="Breadcrumb"><a href="/account">Account</a><a href="/orders">Orders</a><span>No. {found.id}</span></nav>
        <div class="page-head"><h1>Order {found.id}</h1><OrderStatus status="{found.status}" /></div>
        <div class="split">
          <div class="panel">
            <OrderLines order="{found.id}" subtotal="{found.subtotal_cents}" shipping="{found.shipping_cents}" />
          </div>
          <aside class="panel summary">
            <h2>Delivery</h2>
            <p>{found.recipient}<br />{found.street}<br />{found.postcode} {found.city}<br />{found.country}</p>
            <q:if condition="found.note">
              <p class="hint">“{found.note}”</p>
            </q:if>
            <p class="muted">Ordered on {dateFormat(found.created_at, '%e %B %Y')}</p>
          </aside>
        </div>
      </q:else>
    </q:if>
  </StoreLayout>
</q:component>

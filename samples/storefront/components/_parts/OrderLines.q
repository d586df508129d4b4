<q:component name="OrderLines">
  <!-- What an order holds and what it came to. It reads its own rows. -->
  <q:import component="Price" from="_parts" />

  <q:param name="order" type="integer" required="true" />
  <q:param name="subtotal" type="integer" required="true" />
  <q:param name="shipping" type="integer" required="true" />

  <q:query name="lines" datasource="db">
    SELECT i.product_id, i.name, i.unit_cents, i.quantity, i.unit_cents * i.quantity AS line_cents, p.image
    FROM order_items i JOIN products p ON p.id = i.product_id
    WHERE i.order_id = :order ORDER BY i.id
    <q:param name="order" value="{order}" type="integer" />
  </q:query>

  <div class="lines">
    <q:loop query="lines">
      <div class="line">
        <a class="line-art" href="/product/{lines.product_id}"><img src="/static/products/{lines.image}" alt="" width="72" height="72" /></a>
        <div class="line-name">
          <a href="/product/{lines.product_id}">{lines.name}</a>
          <span class="muted"><span>{lines.quantity} ×</span><Price cents="{lines.unit_cents}" /></span>
        </div>
        <Price cents="{lines.line_cents}" />
      </div>
    </q:loop>
    <dl class="totals">
      <div><dt>Subtotal</dt><dd><Price cents="{subtotal}" /></dd></div>
      <div>
        <dt>Shipping</dt>
        <dd>
          <q:if condition="shipping == 0">
            <span>Free</span>
            <q:else><Price cents="{shipping}" /></q:else>
          </q:if>
        </dd>
      </div>
      <div class="totals-sum"><dt>Total</dt><dd><Price cents="{subtotal + shipping}" /></dd></div>
    </dl>
  </div>
</q:component>

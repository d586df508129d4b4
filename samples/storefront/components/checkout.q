<q:component name="Checkout">
  <!-- Where it goes and what that costs; the order itself is one transaction. -->
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="EmptyState" from="_parts" />
  <q:import component="Price" from="_parts" />

  <q:if condition="not session.authenticated">
    <q:redirect url="/login?next=/checkout" flash="Sign in to place your order." />
  </q:if>

  <q:action name="placeOrder" method="POST">
    <q:param name="recipient" type="string" required="true" minlength="2" maxlength="80" />
    <q:param name="street" type="string" required="true" minlength="3" maxlength="120" />
    <q:param name="city" type="string" required="true" minlength="2" maxlength="80" />
    <q:param name="postcode" type="string" required="true" pattern="^[A-Za-z0-9][A-Za-z0-9 \-]+$" maxlength="12" />
    <q:param name="country" type="string" required="true" enum="IE,GB,DE,FR,PT,US" />
    <q:param name="note" type="string" default="" maxlength="300" />

    <q:query name="basket" datasource="db">
      SELECT count(*) AS lines, coalesce(sum(c.quantity * p.price_cents), 0) AS cents,
        coalesce(sum(c.quantity > p.stock), 0) AS short
      FROM cart_items c JOIN products p ON p.id = c.product_id WHERE c.cart_id = :cart
      <q:param name="cart" value="{session.cartId}" type="string" />
    </q:query>
    <q:if condition="basket.lines == 0">
      <q:flash type="error" message="Your cart is empty." />
      <q:redirect url="/cart" />
    </q:if>
    <q:if condition="basket.short > 0">
      <q:flash type="error" message="Someone was faster: a product in your cart is no longer in stock in that number." />
      <q:redirect url="/cart" />
    </q:if>

    <q:invoke name="shipping" service="shipping.quote">
      <q:param name="country" value="{country}" />
      <q:param name="subtotal" value="{basket.cents}" type="integer" />
    </q:invoke>

    <q:transaction datasource="db">
      <q:query name="placed" datasource="db">
        INSERT INTO orders (user_id, recipient, street, city, postcode, country, note, subtotal_cents, shipping_cents, created_at)
        VALUES (:user, :recipient, :street, :city, :postcode, :country, :note, :subtotal, :shipping, date('now'))
        <q:param name="user" value="{session.userId}" type="integer" />
        <q:param name="recipient" value="{recipient}" type="string" />
        <q:param name="street" value="{street}" type="string" />
        <q:param name="city" value="{city}" type="string" />
        <q:param name="postcode" value="{postcode}" type="string" />
        <q:param name="country" value="{country}" type="string" />
        <q:param name="note" value="{form.note}" type="string" />
        <q:param name="subtotal" value="{basket.cents}" type="integer" />
        <q:param name="shipping" value="{shipping.cents}" type="integer" />
      </q:query>
      <q:query name="items" datasource="db">
        INSERT INTO order_items (order_id, product_id, name, unit_cents, quantity)
        SELECT :order, p.id, p.name, p.price_cents, c.quantity
        FROM cart_items c JOIN products p ON p.id = c.product_id WHERE c.cart_id = :cart
        <q:param name="order" value="{placed_result.lastInsertId}" type="integer" />
        <q:param name="cart" value="{session.cartId}" type="string" />
      </q:query>
      <q:query name="taken" datasource="db">
        UPDATE products SET stock = stock - (SELECT quantity FROM cart_items WHERE cart_id = :cart AND product_id = products.id)
        WHERE id IN (SELECT product_id FROM cart_items WHERE cart_id = :cart)
        <q:param name="cart" value="{session.cartId}" type="string" />
      </q:query>
      <q:query name="emptied" datasource="db">
        DELETE FROM cart_items WHERE cart_id = :cart
        <q:param name="cart" value="{session.cartId}" type="string" />
      </q:query>
    </q:transaction>

    <q:set name="session.cartCount" value="0" type="integer" />
    <q:flash type="success" message="Thank you. Your order {placed_result.lastInsertId} is with us." />
    <q:redirect url="/orders/{placed_result.lastInsertId}" />
  </q:action>

  <q:query name="lines" datasource="db">
    SELECT p.name, p.image, c.quantity, c.quantity * p.price_cents AS line_cents
    FROM cart_items c JOIN products p ON p.id = c.product_id
    WHERE c.cart_id = :cart ORDER BY p.name
    <q:param name="cart" value="{session.cartId}" type="string" />
  </q:query>
  <q:query name="sum" datasource="db">
    SELECT coalesce(sum(c.quantity * p.price_cents), 0) AS cents
    FROM cart_items c JOIN products p ON p.id = c.product_id WHERE c.cart_id = :cart
    <q:param name="cart" value="{session.cartId}" type="string" />
  </q:query>
  <q:query name="known" datasource="db">
    SELECT u.name, coalesce(c.street, '') AS street, coalesce(c.city, '') AS city,
      coalesce(c.postcode, '') AS postcode, coalesce(c.country, 'IE') AS country
    FROM users u LEFT JOIN customers c ON c.user_id = u.id WHERE u.id = :user
    <q:param name="user" value="{session.userId}" type="integer" />
  </q:query>
  <q:invoke name="zones" service="shipping.zones" />

  <StoreLayout title="Checkout" active="cart" flash="{flash}" flashType="{flashType}">
    <q:if condition="len(lines) == 0">
      <EmptyState title="There is nothing to check out" text="Your cart is empty.">
        <a class="button" href="/catalogue">Browse the catalogue</a>
      </EmptyState>
      <q:else>
        <div class="page-head"><h1>Checkout</h1></div>
        <div class="split">
          <div class="panel">
            <h2>Where should it go?</h2>
            <ui:form on-submit="placeOrder">
              <ui:formitem label="Name"><ui:input bind="recipient" value="{known[0].name}" /></ui:formitem>
              <ui:formitem label="Street and number"><ui:input bind="street" value="{known[0].street}" /></ui:formitem>
              <ui:hbox class="two">
                <ui:formitem label="City"><ui:input bind="city" value="{known[0].city}" /></ui:formitem>
                <ui:formitem label="Postcode"><ui:input bind="postcode" value="{known[0].postcode}" /></ui:formitem>
              </ui:hbox>
              <ui:formitem label="Country">
                <ui:select bind="country" value="{known[0].country}">
                  <ui:option value="IE" label="Ireland" />
                  <ui:option value="GB" label="United Kingdom" />
                  <ui:option value="DE" label="Germany" />
                  <ui:option value="FR" label="France" />
                  <ui:option value="PT" label="Portugal" />
                  <ui:option value="US" label="United States" />
                </ui:select>
              </ui:formitem>
              <ui:formitem label="A note for the parcel"><ui:input bind="note" rows="3" placeholder="Optional" /></ui:formitem>
              <ui:button variant="primary">Place the order</ui:button>
            </ui:form>
          </div>
          <aside class="panel summary">
            <h2>Your order</h2>
            <div class="lines">
              <q:loop query="lines">
                <div class="line">
                  <span class="line-art"><img src="/static/products/{lines.image}" alt="" width="72" height="72" /></span>
                  <div class="line-name"><span>{lines.name}</span><span class="muted">{lines.quantity} ×</span></div>
                  <Price cents="{lines.line_cents}" />
                </div>
              </q:loop>
            </div>
            <dl class="totals"><div class="totals-sum"><dt>Subtotal</dt><dd><Price cents="{sum.cents}" /></dd></div></dl>
            <h3>Shipping</h3>
            <q:if condition="sum.cents >= 8000">
              <p class="hint">Free within Europe, because you spend €80 or more.</p>
            </q:if>
            <dl class="zones">
              <q:loop items="{zones}" var="zone">
                <div>
                  <dt>{zone.name}</dt>
                  <dd>
                    <q:if condition="sum.cents >= 8000 and zone.code != 'US'">
                      <span class="price">Free</span>
                      <q:else><Price cents="{zone.cents}" /></q:else>
                    </q:if>
                    <small>{zone.days} days</small>
                  </dd>
                </div>
              </q:loop>
            </dl>
          </aside>
        </div>
      </q:else>
    </q:if>
  </StoreLayout>
</q:component>

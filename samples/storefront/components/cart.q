<q:component name="Cart">
  <!--
    The cart. session.cartId names the rows, session.cartCount is what the header shows;
    every shop page posts its "Add to cart" here.
  -->
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="EmptyState" from="_parts" />
  <q:import component="Price" from="_parts" />

  <q:action name="add" method="POST">
    <q:param name="product_id" type="integer" required="true" min="1" />
    <q:param name="quantity" type="integer" default="1" min="1" max="20" />

    <q:query name="wanted" datasource="db">
      SELECT p.id, p.name, p.stock, coalesce(c.quantity, 0) AS already
      FROM products p LEFT JOIN cart_items c ON c.product_id = p.id AND c.cart_id = :cart
      WHERE p.id = :product
      <q:param name="cart" value="{session.cartId}" type="string" />
      <q:param name="product" value="{product_id}" type="integer" />
    </q:query>
    <q:if condition="len(wanted) == 0">
      <q:flash type="error" message="That product is not in our catalogue." />
      <q:redirect url="/catalogue" />
    </q:if>
    <q:if condition="wanted.already + quantity > wanted.stock">
      <q:redirect url="/sold-out?product={wanted.id}" />
    </q:if>
    <q:if condition="wanted.already + quantity > 20">
      <q:flash type="warning" message="Twenty of one thing is as much as a parcel holds." />
      <q:redirect url="/cart" />
    </q:if>

    <q:if condition="not session.cartId">
      <q:set name="session.cartId" value="{random(100000000, 999999999)}{random(100000000, 999999999)}" type="string" />
    </q:if>
    <q:query name="added" datasource="db">
      INSERT INTO cart_items (cart_id, product_id, quantity) VALUES (:cart, :product, :quantity)
      ON CONFLICT (cart_id, product_id) DO UPDATE SET quantity = quantity + excluded.quantity
      <q:param name="cart" value="{session.cartId}" type="string" />
      <q:param name="product" value="{product_id}" type="integer" />
      <q:param name="quantity" value="{quantity}" type="integer" />
    </q:query>
    <q:query name="counted" datasource="db">
      SELECT coalesce(sum(quantity), 0) AS items FROM cart_items WHERE cart_id = :cart
      <q:param name="cart" value="{session.cartId}" type="string" />
    </q:query>
    <q:set name="session.cartCount" value="{counted.items}" type="integer" />
    <q:flash type="success" message="{wanted.name} is in your cart." />
    <q:redirect url="/cart" />
  </q:action>

  <q:action name="update" method="POST">
    <q:param name="product_id" type="integer" required="true" min="1" />
    <q:param name="quantity" type="integer" required="true" min="0" max="20" />

    <q:query name="shelf" datasource="db">
      SELECT name, stock FROM products WHERE id = :product
      <q:param name="product" value="{product_id}" type="integer" />
    </q:query>
    <q:if condition="len(shelf) == 1 and quantity > shelf[0].stock">
      <q:flash type="warning" message="There are only {shelf.stock} of {shelf.name} left." />
      <q:redirect url="/cart" />
    </q:if>

    <q:if condition="quantity == 0">
      <q:query name="removed" datasource="db">
        DELETE FROM cart_items WHERE cart_id = :cart AND product_id = :product
        <q:param name="cart" value="{session.cartId}" type="string" />
        <q:param name="product" value="{product_id}" type="integer" />
      </q:query>
      <q:else>
        <q:query name="changed" datasource="db">
          UPDATE cart_items SET quantity = :quantity WHERE cart_id = :cart AND product_id = :product
          <q:param name="quantity" value="{quantity}" type="integer" />
          <q:param name="cart" value="{session.cartId}" type="string" />
          <q:param name="product" value="{product_id}" type="integer" />
        </q:query>
      </q:else>
    </q:if>
    <q:query name="counted" datasource="db">
      SELECT coalesce(sum(quantity), 0) AS items FROM cart_items WHERE cart_id = :cart
      <q:param name="cart" value="{session.cartId}" type="string" />
    </q:query>
    <q:set name="session.cartCount" value="{counted.items}" type="integer" />
    <q:flash type="success" message="Your cart is up to date." />
    <q:redirect url="/cart" />
  </q:action>

  <q:query name="lines" datasource="db">
    SELECT p.id, p.name, p.image, p.price_cents, c.quantity, c.quantity * p.price_cents AS line_cents
    FROM cart_items c JOIN products p ON p.id = c.product_id
    WHERE c.cart_id = :cart ORDER BY p.name
    <q:param name="cart" value="{session.cartId}" type="string" />
  </q:query>
  <q:query name="sum" datasource="db">
    SELECT coalesce(sum(c.quantity * p.price_cents), 0) AS cents
    FROM cart_items c JOIN products p ON p.id = c.product_id WHERE c.cart_id = :cart
    <q:param name="cart" value="{session.cartId}" type="string" />
  </q:query>

  <StoreLayout title="Your cart" active="cart" flash="{flash}" flashType="{flashType}">
    <q:if condition="len(lines) == 0">
      <EmptyState title="Your cart is empty" text="Good things take their time. Have a look around.">
        <a class="button" href="/catalogue">Browse the catalogue</a>
      </EmptyState>
      <q:else>
        <div class="page-head"><h1>Your cart</h1></div>
        <div class="split">
          <div class="panel lines">
            <q:loop query="lines">
              <div class="line">
                <a class="line-art" href="/product/{lines.id}"><img src="/static/products/{lines.image}" alt="" width="72" height="72" /></a>
                <div class="line-name"><a href="/product/{lines.id}">{lines.name}</a><span class="muted"><Price cents="{lines.price_cents}" /><span>each</span></span></div>
                <form class="line-quantity" method="post" action="/cart">
                  <input type="hidden" name="action" value="update" />
                  <input type="hidden" name="product_id" value="{lines.id}" />
                  <input type="number" name="quantity" value="{lines.quantity}" min="0" max="20" aria-label="Quantity of {lines.name}" />
                  <button class="button button-small button-plain" type="submit">Update</button>
                </form>
                <Price cents="{lines.line_cents}" />
                <form method="post" action="/cart">
                  <input type="hidden" name="action" value="update" />
                  <input type="hidden" name="product_id" value="{lines.id}" />
                  <input type="hidden" name="quantity" value="0" />
                  <button class="line-remove" type="submit" aria-label="Remove {lines.name}">×</button>
                </form>
              </div>
            </q:loop>
          </div>
          <aside class="panel summary">
            <h2>Summary</h2>
            <dl class="totals">
              <div><dt>{session.cartCount} {'item' if session.cartCount == 1 else 'items'}</dt><dd><Price cents="{sum.cents}" /></dd></div>
              <div><dt>Shipping</dt><dd>{'Free within Europe' if sum.cents >= 8000 else 'From €4.50'}</dd></div>
              <div class="totals-sum"><dt>Subtotal</dt><dd><Price cents="{sum.cents}" /></dd></div>
            </dl>
            <q:if condition="sum.cents &lt; 8000">
              <p class="hint">Orders of €80 and more travel free within Europe.</p>
            </q:if>
            <a class="button button-wide" href="/checkout">Go to checkout</a>
            <a class="quiet-link" href="/catalogue">Continue shopping</a>
          </aside>
        </div>
      </q:else>
    </q:if>
  </StoreLayout>
</q:component>

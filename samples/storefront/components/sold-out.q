<q:component name="SoldOut">
  <!-- Where the cart sends a wish it cannot fulfil: /sold-out?product=8 -->
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="ProductCard" from="_parts" />

  <q:query name="wanted" datasource="db">
    SELECT id, name, stock FROM products WHERE id = :id
    <q:param name="id" value="{query.product}" type="string" />
  </q:query>
  <q:query name="instead" datasource="db">
    SELECT p.id, p.name, p.summary, p.price_cents, p.stock, p.image, c.name AS category
    FROM products p JOIN categories c ON c.id = p.category_id
    WHERE p.stock > 0 AND p.id != :id
    ORDER BY p.category_id = (SELECT category_id FROM products WHERE id = :id) DESC, p.featured DESC, p.id LIMIT 3
    <q:param name="id" value="{query.product}" type="string" />
  </q:query>

  <StoreLayout title="Not enough in stock" active="catalogue" flash="{flash}" flashType="{flashType}">
    <section class="notice">
      <h1>Not enough in stock</h1>
      <q:if condition="len(wanted) == 0">
        <p>We do not know that product, so we cannot send it either.</p>
        <q:elseif condition="wanted.stock == 0">
          <p>The {wanted.name} is sold out. The next batch comes out of the workshop in about six weeks.</p>
        </q:elseif>
        <q:else>
          <p>There are only {wanted.stock} of the {wanted.name} left, fewer than you asked for.</p>
          <a class="button" href="/product/{wanted.id}">Change the number</a>
        </q:else>
      </q:if>
    </section>
    <section class="block">
      <div class="block-head"><h2>In stock, and close to it</h2></div>
      <div class="grid grid-3">
        <q:loop items="{instead}" var="product">
          <ProductCard product="{product}" />
        </q:loop>
      </div>
    </section>
  </StoreLayout>
</q:component>

<q:component name="Product">
  <!-- /product/7: one product, its reviews, and the form to write one. -->
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="ProductCard" from="_parts" />
  <q:import component="EmptyState" from="_parts" />
  <q:import component="Price" from="_parts" />
  <q:import component="Stars" from="_parts" />
  <q:import component="StockNote" from="_parts" />

  <q:action name="review" method="POST">
    <q:param name="author" type="string" required="true" minlength="2" maxlength="40" />
    <q:param name="rating" type="integer" required="true" min="1" max="5" />
    <q:param name="body" type="string" required="true" minlength="10" maxlength="500" />

    <q:query name="known" datasource="db">
      SELECT id FROM products WHERE id = :id
      <q:param name="id" value="{id}" type="string" />
    </q:query>
    <q:if condition="len(known) == 0">
      <q:flash type="error" message="That product is not in our catalogue." />
      <q:redirect url="/catalogue" />
    </q:if>

    <q:query name="written" datasource="db">
      INSERT INTO reviews (product_id, author, rating, body, created_at)
      VALUES (:product, :author, :rating, :body, date('now'))
      <q:param name="product" value="{known.id}" type="integer" />
      <q:param name="author" value="{author}" type="string" />
      <q:param name="rating" value="{rating}" type="integer" />
      <q:param name="body" value="{body}" type="string" />
    </q:query>
    <q:flash type="success" message="Thank you, {author}. Your review is below." />
    <q:redirect url="/product/{known.id}" />
  </q:action>

  <q:query name="found" datasource="db">
    SELECT p.id, p.name, p.summary, p.description, p.material, p.price_cents, p.stock, p.image,
      p.category_id, c.name AS category, c.slug
    FROM products p JOIN categories c ON c.id = p.category_id WHERE p.id = :id
    <q:param name="id" value="{id}" type="string" />
  </q:query>

  <q:query name="reviews" datasource="db">
    SELECT author, rating, body, created_at FROM reviews
    WHERE product_id = :id ORDER BY created_at DESC, id DESC
    <q:param name="id" value="{id}" type="string" />
  </q:query>

  <q:query name="related" datasource="db">
    SELECT p.id, p.name, p.summary, p.price_cents, p.stock, p.image, c.name AS category
    FROM products p JOIN categories c ON c.id = p.category_id
    WHERE p.id != :id AND p.category_id = (SELECT category_id FROM products WHERE id = :id)
    ORDER BY p.id LIMIT 3
    <q:param name="id" value="{id}" type="string" />
  </q:query>

  <q:query name="average" datasource="db">
    SELECT count(*) AS votes, coalesce(round(avg(rating), 1), 0) AS stars, cast(round(coalesce(avg(rating), 0)) AS INTEGER) AS whole
    FROM reviews WHERE product_id = :id
    <q:param name="id" value="{id}" type="string" />
  </q:query>

  <StoreLayout title="{found[0].name if len(found) > 0 else 'Not found'}" active="catalogue" flash="{flash}" flashType="{flashType}">
    <q:if condition="len(found) == 0">
      <EmptyState title="We could not find that product" text="It may have sold out for good, or the address has a typing error.">
        <a class="button" href="/catalogue">Browse the catalogue</a>
      </EmptyState>
      <q:else>
        <nav class="crumbs" aria-label="Breadcrumb"><a href="/catalogue">Shop</a><a href="/catalogue?category={found.slug}">{found.category}</a><span>{found.name}</span></nav>
        <article class="product">
          <div class="product-art"><img src="/static/products/{found.image}" alt="{found.name}" width="400" height="400" /></div>
          <div class="product-text">
            <h1>{found.name}</h1>
            <q:if condition="average.votes > 0">
              <a class="product-votes" href="#reviews"><Stars rating="{average.whole}" /><span>{average.stars} · {average.votes} {'review' if average.votes == 1 else 'reviews'}</span></a>
            </q:if>
            <p class="lead">{found.summary}</p>
            <div class="product-price"><Price cents="{found.price_cents}" /><StockNote stock="{found.stock}" /></div>
            <form class="buy" method="post" action="/cart">
              <input type="hidden" name="action" value="add" />
              <input type="hidden" name="product_id" value="{found.id}" />
              <label for="quantity">Quantity</label>
              <input id="quantity" type="number" name="quantity" value="1" min="1" max="20" />
              <button class="button" type="submit">{'Add to cart' if found.stock > 0 else 'Ask for it'}</button>
            </form>
            <p>{found.description}</p>
            <dl class="facts">
              <div><dt>Material</dt><dd>{found.material}</dd></div>
              <div><dt>Delivery</dt><dd>Two to five days within Europe</dd></div>
              <div><dt>Returns</dt><dd>Thirty days, unused</dd></div>
            </dl>
          </div>
        </article>

        <section class="block reviews" id="reviews">
          <div>
            <h2>Reviews</h2>
            <q:if condition="len(reviews) > 0">
              <q:loop query="reviews">
                <article class="review">
                  <Stars rating="{reviews.rating}" />
                  <p>{reviews.body}</p>
                  <footer>{reviews.author}, {dateFormat(reviews.created_at, '%e %B %Y')}</footer>
                </article>
              </q:loop>
              <q:else>
                <p class="muted">No one has written about it yet. You could be the first.</p>
              </q:else>
            </q:if>
          </div>
          <div class="panel">
            <h3>Write a review</h3>
            <ui:form on-submit="review">
              <ui:formitem label="Your name"><ui:input bind="author" value="{session.userName}" /></ui:formitem>
              <ui:formitem label="Rating, 1 to 5"><ui:input bind="rating" type="number" value="5" /></ui:formitem>
              <ui:formitem label="Your review"><ui:input bind="body" rows="4" placeholder="What is it like to live with?" /></ui:formitem>
              <ui:button variant="primary">Send review</ui:button>
            </ui:form>
          </div>
        </section>

        <q:if condition="len(related) > 0">
          <section class="block">
            <div class="block-head"><h2>From the same shelf</h2></div>
            <div class="grid grid-3">
              <q:loop items="{related}" var="product">
                <ProductCard product="{product}" />
              </q:loop>
            </div>
          </section>
        </q:if>
      </q:else>
    </q:if>
  </StoreLayout>
</q:component>

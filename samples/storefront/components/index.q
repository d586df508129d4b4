<q:component name="Home">
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="ProductCard" from="_parts" />
  <q:import component="Stars" from="_parts" />

  <q:query name="featured" datasource="db">
    SELECT p.id, p.name, p.summary, p.price_cents, p.stock, p.image, c.name AS category
    FROM products p JOIN categories c ON c.id = p.category_id
    WHERE p.featured = 1 ORDER BY p.id LIMIT 8
  </q:query>

  <q:query name="categories" datasource="db">
    SELECT c.slug, c.name, c.tagline, count(p.id) AS products,
      (SELECT image FROM products WHERE category_id = c.id ORDER BY id LIMIT 1) AS image
    FROM categories c LEFT JOIN products p ON p.category_id = c.id
    GROUP BY c.id ORDER BY c.position
  </q:query>

  <q:query name="voices" datasource="db">
    SELECT r.author, r.rating, r.body, p.id AS product_id, p.name AS product
    FROM reviews r JOIN products p ON p.id = r.product_id
    ORDER BY r.created_at DESC, r.id DESC LIMIT 3
  </q:query>

  <StoreLayout title="Objects for a slower home" active="home" flash="{flash}" flashType="{flashType}">
    <section class="hero">
      <div class="hero-text">
        <span class="eyebrow">Summer collection</span>
        <h1>Quiet objects for a slower home</h1>
        <p>Stoneware, wool and wood from nine small workshops. Made in batches you could count, priced so you can keep them.</p>
        <div class="hero-next">
          <a class="button" href="/catalogue">Shop the collection</a>
          <a class="button button-plain" href="/about">Who makes it</a>
        </div>
      </div>
      <img class="hero-art" src="/static/hero.svg" alt="A planter, a teapot and a mug on an oak table" width="720" height="560" />
    </section>

    <section class="block">
      <div class="block-head">
        <h2>Favourites of the season</h2>
        <a href="/catalogue">See all</a>
      </div>
      <div class="grid">
        <q:loop items="{featured}" var="product">
          <ProductCard product="{product}" />
        </q:loop>
      </div>
    </section>

    <section class="block">
      <div class="block-head"><h2>By room and by mood</h2></div>
      <div class="categories">
        <q:loop query="categories">
          <a class="category" href="/catalogue?category={categories.slug}">
            <img src="/static/products/{categories.image}" alt="" width="80" height="80" loading="lazy" />
            <span><strong>{categories.name}</strong><small>{categories.tagline}</small></span>
            <em>{categories.products}</em>
          </a>
        </q:loop>
      </div>
    </section>

    <section class="block">
      <div class="block-head"><h2>What people say</h2></div>
      <div class="voices">
        <q:loop query="voices">
          <figure class="voice">
            <Stars rating="{voices.rating}" />
            <blockquote>{voices.body}</blockquote>
            <figcaption>{voices.author} on <a href="/product/{voices.product_id}">{voices.product}</a></figcaption>
          </figure>
        </q:loop>
      </div>
    </section>
  </StoreLayout>
</q:component>

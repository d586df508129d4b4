<q:component name="Catalogue">
  <!-- Search, filter and sort by the address alone, so every view can be linked to. -->
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="ProductCard" from="_parts" />
  <q:import component="EmptyState" from="_parts" />
  <q:import component="Pager" from="_parts" />

  <q:set name="term" value="{query.q}" default="" operation="trim" />
  <q:set name="category" value="{query.category}" default="" />
  <q:set name="order" value="{query.order}" default="" />

  <q:query name="categories" datasource="db">
    SELECT slug, name FROM categories ORDER BY position
  </q:query>

  <q:query name="products" datasource="db" paginate="true" page="{query.page}" pageSize="9">
    SELECT p.id, p.name, p.summary, p.price_cents, p.stock, p.image, c.name AS category
    FROM products p JOIN categories c ON c.id = p.category_id
    WHERE (p.name LIKE :term OR p.summary LIKE :term OR p.material LIKE :term)
      AND (:category = '' OR c.slug = :category)
    ORDER BY
      CASE :order WHEN 'cheap' THEN p.price_cents WHEN 'dear' THEN -p.price_cents WHEN 'new' THEN -p.id ELSE -p.featured END,
      p.name
    <q:param name="term" value="%{term}%" type="string" />
    <q:param name="category" value="{category}" type="string" />
    <q:param name="order" value="{order}" type="string" />
  </q:query>

  <StoreLayout title="Catalogue" active="catalogue" term="{term}" flash="{flash}" flashType="{flashType}">
    <div class="page-head">
      <h1>
        <q:if condition="term">
          <span>Results for “{term}”</span>
          <q:else><span>The catalogue</span></q:else>
        </q:if>
      </h1>
      <p class="muted">{products_result.pagination.totalRecords} products</p>
    </div>

    <div class="filters">
      <nav class="chips" aria-label="Categories">
        <a class="{'chip here' if category == '' else 'chip'}" href="/catalogue?q={urlencode(term)}&amp;order={urlencode(order)}">All</a>
        <q:loop query="categories">
          <a class="{'chip here' if category == categories.slug else 'chip'}" href="/catalogue?category={categories.slug}&amp;q={urlencode(term)}&amp;order={urlencode(order)}">{categories.name}</a>
        </q:loop>
      </nav>
      <form class="sorter" action="/catalogue" method="get">
        <input type="hidden" name="q" value="{term}" />
        <input type="hidden" name="category" value="{category}" />
        <label for="order">Sort by</label>
        <select id="order" name="order">
          <q:loop items="{[['', 'Favourites'], ['new', 'Newest'], ['cheap', 'Lowest price'], ['dear', 'Highest price']]}" var="choice">
            <q:if condition="choice[0] == order">
              <option value="{choice[0]}" selected="selected">{choice[1]}</option>
              <q:else><option value="{choice[0]}">{choice[1]}</option></q:else>
            </q:if>
          </q:loop>
        </select>
        <button class="button button-small button-plain" type="submit">Apply</button>
      </form>
    </div>

    <q:if condition="len(products) > 0">
      <div class="grid grid-3">
        <q:loop items="{products}" var="product">
          <ProductCard product="{product}" />
        </q:loop>
      </div>
      <Pager page="{products_result.pagination.currentPage}" pages="{products_result.pagination.totalPages}" base="/catalogue?category={urlencode(category)}&amp;q={urlencode(term)}&amp;order={urlencode(order)}&amp;page=" />
      <q:else>
        <EmptyState title="Nothing matches" text="Try a shorter word, or look through everything we make.">
          <a class="button" href="/catalogue">Show all products</a>
        </EmptyState>
      </q:else>
    </q:if>
  </StoreLayout>
</q:component>

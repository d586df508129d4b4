<q:component name="ProductCard">
  <!-- One product in a grid. -->
  <q:import component="Price" from="_parts" />
  <q:import component="StockNote" from="_parts" />

  <q:param name="product" type="object" required="true" />

  <a class="{'card' if product.stock > 0 else 'card card-out'}" href="/product/{product.id}">
    <div class="card-art">
      <img src="/static/products/{product.image}" alt="{product.name}" width="400" height="400" loading="lazy" />
    </div>
    <div class="card-text">
      <span class="card-category">{product.category}</span>
      <h3>{product.name}</h3>
      <p>{product.summary}</p>
      <div class="card-foot">
        <Price cents="{product.price_cents}" />
        <StockNote stock="{product.stock}" />
      </div>
    </div>
  </a>
</q:component>

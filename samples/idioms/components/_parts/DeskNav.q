<q:component name="DeskNav">
  <q:param name="here" type="string" default="" />
  <aside aria-label="Desk">
    <a href="/desk" class="{'here' if here == 'overview' else ''}">Overview</a>
    <a href="/desk/stock" class="{'here' if here == 'stock' else ''}">Stock</a>
  </aside>
</q:component>

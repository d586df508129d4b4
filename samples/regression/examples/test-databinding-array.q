<!-- An element by its place, the last one, and how many. -->
<q:component name="DatabindingArray">
  <q:set name="cities" value='["Porto", "Lisbon", "Faro"]' type="array" />
  <q:set name="line" value="{cities[0]} to {last(cities)}, {len(cities)} stops" pattern="^Porto to Faro, 3 stops$" />
  <q:return value="{line}" />
</q:component>

<q:component name="Stars">
  <!-- A rating out of five, whole stars. -->
  <q:param name="rating" type="integer" required="true" />

  <span class="stars" role="img" aria-label="{rating} out of 5">
    <q:loop type="range" var="n" from="1" to="5">
      <i class="{'star on' if n &lt;= rating else 'star'}" aria-hidden="true">★</i>
    </q:loop>
  </span>
</q:component>

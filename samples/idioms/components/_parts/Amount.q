<q:component name="Amount">
  <q:param name="cents" type="integer" required="true" />
  <span class="amount">€{floor(cents / 100)}.{'0' if cents % 100 &lt; 10 else ''}{cents % 100}</span>
</q:component>

<q:component name="Pager">
  <!-- Page numbers; `base` is the address up to and including "page=". -->
  <q:param name="page" type="integer" required="true" />
  <q:param name="pages" type="integer" required="true" />
  <q:param name="base" type="string" required="true" />

  <q:if condition="pages > 1">
    <nav class="pager" aria-label="Pages">
      <q:loop type="range" var="n" from="1" to="{pages}">
        <q:if condition="n == page">
          <span class="pager-now" aria-current="page">{n}</span>
          <q:else>
            <a href="{base}{n}">{n}</a>
          </q:else>
        </q:if>
      </q:loop>
    </nav>
  </q:if>
</q:component>

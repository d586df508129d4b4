<q:component name="EmptyState">
  <!-- What a page says when there is nothing to list; its content is the way on. -->
  <q:param name="title" type="string" required="true" />
  <q:param name="text" type="string" default="" />

  <div class="empty">
    <img src="/static/mark.svg" alt="" width="56" height="56" />
    <h2>{title}</h2>
    <q:if condition="text">
      <p>{text}</p>
    </q:if>
    <div class="empty-next">
      <q:slot><a class="button" href="/catalogue">Browse the catalogue</a></q:slot>
    </div>
  </div>
</q:component>

<q:component name="Crumbs">
  <q:param name="here" type="string" required="true" />
  <nav aria-label="You are here"><ol><li><a href="/">Library</a></li><li aria-current="page">{here}</li></ol></nav>
</q:component>

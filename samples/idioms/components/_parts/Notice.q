<q:component name="Notice">
  <q:param name="text" type="string" default="" />
  <q:param name="kind" type="string" default="info" enum="info,success,warning,error" />
  <q:if condition="text">
    <div class="notice notice-{kind}" role="{'alert' if kind == 'error' else 'status'}">{text}</div>
  </q:if>
</q:component>

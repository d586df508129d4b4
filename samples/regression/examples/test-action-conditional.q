<!-- An action that decides where to lead. -->
<q:component name="ActionConditional">
  <q:action name="order" method="POST">
    <q:param name="quantity" type="integer" default="0" />
    <q:if condition="{quantity > 0}">
      <q:redirect url="/thanks" />
      <q:else>
        <q:redirect url="/cart" flash="Nothing was ordered" />
      </q:else>
    </q:if>
  </q:action>
  <form method="post"><input type="hidden" name="action" value="order" /><input name="quantity" type="number" /></form>
  <q:return value="One action: order" />
</q:component>

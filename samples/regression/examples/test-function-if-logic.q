<!-- Each branch of a function answers for itself. -->
<q:component name="FunctionIfLogic">
  <q:function name="sign">
    <q:param name="n" type="integer" required="true" />
    <q:if condition="{n > 0}">
      <q:return value="positive" />
      <q:elseif condition="{n &lt; 0}">
        <q:return value="negative" />
      </q:elseif>
      <q:else>
        <q:return value="zero" />
      </q:else>
    </q:if>
  </q:function>
  <q:set name="line" value="{sign(4)}, {sign(-4)}, {sign(0)}" pattern="^positive, negative, zero$" />
  <q:return value="{line}" />
</q:component>

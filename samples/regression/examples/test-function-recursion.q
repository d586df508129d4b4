<!-- A function that calls itself. -->
<q:component name="FunctionRecursion">
  <q:function name="factorial">
    <q:param name="n" type="integer" required="true" />
    <q:if condition="{n &lt;= 1}">
      <q:return value="{1}" />
    </q:if>
    <q:return value="{n * factorial(n - 1)}" />
  </q:function>
  <q:set name="result" value="{factorial(5)}" range="120..120" />
  <q:return value="Factorial(5) = {result}" />
</q:component>

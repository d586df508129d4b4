<!-- What an invocation tells beside its data. -->
<q:component name="InvokeResult">
  <q:function name="nothing">
    <q:return value="done" />
  </q:function>
  <q:invoke name="call" function="nothing" />
  <q:set name="line" value="{call} {call_result.success} {call_result.invocationType}" pattern="^done True function$" />
  <q:return value="{line}" />
</q:component>

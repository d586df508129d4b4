<!-- By position, by name, and the default of what is left out. -->
<q:component name="FunctionParams">
  <q:function name="greet">
    <q:param name="name" type="string" required="true" />
    <q:param name="word" type="string" default="Hello" />
    <q:return value="{word}, {name}!" />
  </q:function>
  <q:set name="line" value="{greet('Bob')} {greet(name='Alice', word='Hi')}" pattern="^Hello, Bob! Hi, Alice!$" />
  <q:return value="{line}" />
</q:component>

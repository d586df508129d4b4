<!-- Texts are joined, cut and replaced. -->
<q:component name="FunctionStringOps">
  <q:function name="initials">
    <q:param name="name" type="string" required="true" />
    <q:set name="parts" value="{split(name, ' ')}" />
    <q:return value="{first(parts)[0:1]}{last(parts)[0:1]}" />
  </q:function>
  <q:set name="line" value="{initials('John Doe')} {replace('a-b', '-', '+')}" pattern="^JD a\+b$" />
  <q:return value="{line}" />
</q:component>

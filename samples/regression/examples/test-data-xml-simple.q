<!-- The elements of an XML file. -->
<q:component name="DataXmlSimple">
  <q:data name="branches" source="examples/data/branches.xml" type="xml" xpath=".//branch">
    <q:field name="city" xpath="city/text()" type="string" />
    <q:field name="code" xpath="@code" type="string" />
  </q:data>
  <q:set name="checked" value="{len(branches)}" range="2..2" />
  <q:return value="{checked} branches" />
</q:component>

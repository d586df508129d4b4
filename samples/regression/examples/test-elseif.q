<!-- Of several conditions the first that holds counts. -->
<q:component name="Elseif">
  <q:set name="score" value="85" type="integer" />
  <q:if condition="{score >= 90}">
    <q:return value="Grade A" />
    <q:elseif condition="{score >= 80}">
      <q:return value="Grade B" />
    </q:elseif>
    <q:elseif condition="{score >= 70}">
      <q:return value="Grade C" />
    </q:elseif>
    <q:else>
      <q:return value="Grade D" />
    </q:else>
  </q:if>
</q:component>

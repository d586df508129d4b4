<q:component name="Survey">
  <!-- Steps by the address, hidden fields carry what was said, an action may refuse. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="step" type="integer" value="{query.step}" default="1" />
  <q:set name="age" value="{query.age}" default="" />
  <q:set name="titles" type="array" value='["Age", "Taste", "Done"]' />
  <Frame title="Survey: {titles[step - 1] if step &lt;= len(titles) else 'Done'}">
    <ol class="steps">
      <q:loop items="{titles}" var="title" index="n">
        <li class="{'done' if n + 1 &lt; step else 'now' if n + 1 == step else 'later'}">{title}</li>
      </q:loop>
    </ol>
    <form method="get" action="/survey">
      <input type="hidden" name="step" value="{step + 1}">
      <q:if condition="step == 1">
        <label>Age <input type="number" name="age" min="4" max="120" value="{age}"></label>
      </q:if>
      <q:elseif condition="step == 2">
        <input type="hidden" name="age" value="{age}">
        <q:loop type="list" items="Novels,Travel,Science" var="taste">
          <label><input type="checkbox" name="taste" value="{lower(taste)}"> {taste}</label>
        </q:loop>
      </q:elseif>
      <q:else>
        <p>Thank you{', reader of ' + age if age != '' else ''}!</p>
      </q:else>
      <q:if condition="step &lt; 3"><button>Next</button></q:if>
    </form>
  </Frame>
</q:component>

<!-- No rule of test_runner.py takes this file: it is here to be listed, never run. -->
<q:component name="FalseFriend">
  <q:return value="Nobody asked" />
</q:component>

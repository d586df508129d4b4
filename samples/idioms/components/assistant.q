<q:component name="Assistant">
  <!-- A model that may not be there: the page goes on without it. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="question" value="{form.question}" default="" />
  <q:action name="ask" method="POST">
    <q:param name="question" type="string" required="true" minlength="3" />
    <q:llm name="answer" model="none" temperature="0.2" maxTokens="200" timeout="1" onerror="continue">
      <q:system>You know the library. Answer in one sentence.</q:system>
      <q:prompt>{question}</q:prompt>
    </q:llm>
    <q:if condition="answer_result.success">
      <q:redirect url="/assistant" flash="{answer}" />
    </q:if>
    <q:redirect url="/assistant" flash="Nobody is at the desk just now: {question}" />
  </q:action>
  <Frame title="Ask" message="{flash}" kind="{flashType or 'info'}">
    <form method="post" action="/assistant"><label>Your question <textarea name="question" rows="2">{question}</textarea></label><button>Ask</button></form>
  </Frame>
</q:component>

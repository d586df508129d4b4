<q:component name="BookRoom">
  <!-- A plain HTML form with radios, checkboxes, a datalist, patterns; several steps in one transaction. -->
  <q:import component="Frame" from="_layout" />
  <q:query name="rooms" datasource="library">SELECT id, name FROM rooms ORDER BY name</q:query>
  <q:action name="reserve" method="POST">
    <q:param name="room" type="integer" required="true" />
    <q:param name="day" type="string" required="true" pattern="^\d{4}-\d{2}-\d{2}$" />
    <q:param name="hour" type="integer" required="true" range="9..18" />
    <q:param name="who" type="string" required="true" pattern="^[^&lt;>]{2,40}$" />
    <q:param name="weekly" type="boolean" default="false" />
    <q:transaction datasource="library" isolation="SERIALIZABLE">
      <q:query name="others" datasource="library">
        SELECT count(*) AS n FROM bookings WHERE room_id = :room AND day = :day AND hour = :hour
        <q:param name="room" value="{room}" type="integer" />
        <q:param name="day" value="{day}" type="string" />
        <q:param name="hour" value="{hour}" type="integer" />
      </q:query>
      <q:if condition="others.n == 0">
        <q:query name="made" datasource="library">
          INSERT INTO bookings (room_id, day, hour, who) VALUES (:room, :day, :hour, :who)
          <q:param name="room" value="{room}" type="integer" />
          <q:param name="day" value="{day}" type="string" />
          <q:param name="hour" value="{hour}" type="integer" />
          <q:param name="who" value="{who}" type="string" />
        </q:query>
      </q:if>
    </q:transaction>
    <q:if condition="others.n > 0">
      <q:flash type="warning" message="Somebody has the room at that hour." />
      <q:redirect url="/rooms/book" />
    </q:if>
    <q:redirect url="/rooms" flash="{'Every week' if weekly else 'Once'}: {who}, {day}." />
  </q:action>
  <Frame title="Book a room" here="rooms" message="{flash}" kind="{flashType or 'info'}">
    <form method="post" action="/rooms/book" novalidate>
      <fieldset>
        <legend>Which room?</legend>
        <q:loop query="rooms" index="n">
          <label><q:if condition="n == 0"><input type="radio" name="room" value="{rooms.id}" checked><q:else><input type="radio" name="room" value="{rooms.id}"></q:else></q:if> {rooms.name}</label>
        </q:loop>
      </fieldset>
      <input type="date" name="day" min="{dateFormat(now(), '%Y-%m-%d')}" value="{dateFormat(dateAdd('d', 1), '%Y-%m-%d')}" pattern="[0-9]{4}-[0-9]{2}-[0-9]{2}" required>
      <input type="number" name="hour" min="9" max="18" step="1" value="10">
      <input name="who" list="groups" pattern="[^0-9]{2,40}" title="Two to forty characters" autocomplete="off">
      <datalist id="groups"><option value="Chess club" /><option value="Story hour" /></datalist>
      <label><input type="checkbox" name="weekly" value="true"> Every week</label>
      <button type="submit" name="ok" value="1">Book</button>
      <button type="reset">Start again</button>
    </form>
  </Frame>
</q:component>

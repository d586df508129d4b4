"""Where each tag is tried, and the attributes without which the parser would not get to the others.

`|` marks the place of the tag that is asked about. A tag may be tried in several places and with several
sets of attributes, because parsers read some attributes only in the company of others.
"""

COMPONENT = '<q:component name="P">|</q:component>'
GAME = '<q:application id="p" type="game">|</q:application>'
TERMINAL = '<q:application id="p" type="terminal">|</q:application>'
UI = '<q:application id="p" type="ui">|</q:application>'
TEST = '|'


def within(document, *wrappers):
    for wrapper in wrappers:
        document = document.replace('|', wrapper)
    return document


QUERY = within(COMPONENT, '<q:query name="a" datasource="d">SELECT 1|</q:query>')
INVOKE = within(COMPONENT, '<q:invoke name="a" url="http://h">|</q:invoke>')
DATA = within(COMPONENT, '<q:data name="a" source="a.csv">|</q:data>')
TRANSFORM = within(DATA, '<q:transform>|</q:transform>')
LLM = within(COMPONENT, '<q:llm name="a" model="m"><q:prompt>x</q:prompt>|</q:llm>')
BARE_LLM = within(COMPONENT, '<q:llm name="a" model="m">|</q:llm>')
AGENT = within(COMPONENT, '<q:agent name="a" model="m"><q:instruction>x</q:instruction>|<q:execute task="t"/></q:agent>')
TEAM = within(COMPONENT, '<q:team name="a">|</q:team>')
SUBSCRIBE = within(COMPONENT, '<q:subscribe name="a" topic="t">|</q:subscribe>')
ON_MESSAGE = within(SUBSCRIBE, '<q:onMessage>|</q:onMessage>')
SOCKET = within(COMPONENT, '<q:websocket name="a" url="ws://h">|</q:websocket>')
MESSAGE = within(COMPONENT, '<q:message name="a" topic="t">|</q:message>')
SCENE = within(GAME, '<qg:scene name="s">|</qg:scene>')
HUD = within(SCENE, '<qg:hud>|</qg:hud>')
SCREEN = within(TERMINAL, '<qt:screen name="s">|</qt:screen>')
STEP = '<q:test name="t"><test:visit/>|</q:test>'

PLACES = {
    'q:component': ['|'],
    'q:application': ['|'],
    'q:route': [within('<q:application id="p" type="ui">|</q:application>')],
    'q:param': [COMPONENT, within(COMPONENT, '<q:function name="f">|</q:function>'),
                within(COMPONENT, '<q:action name="f">|</q:action>')],
    'q:return': [COMPONENT, within(COMPONENT, '<q:function name="f">|</q:function>')],
    'q:elseif': [within(COMPONENT, '<q:if condition="1">|</q:if>')],
    'q:else': [within(COMPONENT, '<q:if condition="1">|</q:if>')],
    'q:param@q:query': [QUERY],
    'q:param@q:invoke': [INVOKE],
    'q:header@q:invoke': [INVOKE],
    'q:body@q:invoke': [INVOKE],
    'q:column': [DATA],
    'q:field': [DATA],
    'q:header@q:data': [DATA],
    'q:transform': [DATA],
    'q:filter': [TRANSFORM],
    'q:sort': [TRANSFORM],
    'q:limit': [TRANSFORM],
    'q:compute': [TRANSFORM],
    'q:attachment': [within(COMPONENT, '<q:mail to="a@b.c" subject="s">x|</q:mail>')],
    'q:flash': [within(COMPONENT, '<q:action name="f">|</q:action>')],
    'q:prompt': [BARE_LLM],
    'q:system': [LLM],
    'q:message@q:llm': [BARE_LLM],
    'q:source': [within(COMPONENT, '<q:knowledge name="a">|</q:knowledge>')],
    'q:instruction': [within(COMPONENT, '<q:agent name="a" model="m">|<q:execute task="t"/></q:agent>')],
    'q:tool': [AGENT],
    'q:execute': [within(COMPONENT, '<q:agent name="a" model="m"><q:instruction>x</q:instruction>|</q:agent>'),
                  within(COMPONENT, '<q:team name="a">|</q:team>')],
    'q:shared': [TEAM],
    'q:header@q:message': [MESSAGE],
    'q:body@q:message': [MESSAGE],
    'q:onMessage': [SUBSCRIBE],
    'q:onError': [SUBSCRIBE],
    'q:messageAck': [ON_MESSAGE],
    'q:messageNack': [ON_MESSAGE],
    'q:on-connect': [SOCKET],
    'q:on-open': [SOCKET],
    'q:on-message': [SOCKET],
    'q:on-error': [SOCKET],
    'q:on-close': [SOCKET],
    'q:on-disconnect': [SOCKET],
    'q:job': [COMPONENT, '|'],
    'q:agent': [COMPONENT, within(COMPONENT, '<q:team name="a">|</q:team>')],
    'q:onEvent': [COMPONENT],
    'q:script': [COMPONENT],
    'q:test': [TEST],
    'qg:layer': [within(SCENE, '<qg:tilemap id="t" src="a.png" tile-width="8" tile-height="8">|</qg:tilemap>')],
    'qg:tile-animation': [within(SCENE, '<qg:tilemap id="t" src="a.png" tile-width="8" tile-height="8">|</qg:tilemap>')],
    'qg:state': [within(SCENE, '<qg:sprite id="s"><qg:state-machine initial="a">|</qg:state-machine></qg:sprite>')],
    'qg:on': [within(SCENE, '<qg:sprite id="s"><qg:state-machine initial="a"><qg:state name="a">|</qg:state></qg:state-machine></qg:sprite>')],
    'qg:tile': [HUD],
    'qg:counter': [HUD],
    'qg:collection': [HUD],
    'qg:slot': [HUD],
    'qg:hud-behavior': [HUD],
    'qg:option': [within(HUD, '<qg:slot bind="b">|</qg:slot>')],
    'qg:action': [within(HUD, '<qg:hud-behavior target="t" event="e">|</qg:hud-behavior>'),
                  within(SCENE, '<qg:event name="e">|</qg:event>')],
    'qg:collision-layer': [within(SCENE, '<qg:physics>|</qg:physics>')],
    'qg:ai': [within(GAME, '<qg:enemy prefab="p">|</qg:enemy>')],
    'qg:defeat': [within(GAME, '<qg:enemy prefab="p">|</qg:enemy>')],
    'qg:on-hit': [within(GAME, '<qg:enemy prefab="p"><qg:defeat by="stomp">|</qg:defeat></qg:enemy>')],
    'qg:on-kill': [within(GAME, '<qg:enemy prefab="p"><qg:defeat by="stomp">|</qg:defeat></qg:enemy>')],
    'qg:on-collision@qg:use': [within(SCENE, '<qg:sprite id="s"><qg:use behavior="b">|</qg:use></qg:sprite>')],
    'qg:scene-include': [GAME],
    'q:persist': [COMPONENT],
    'qt:column': [within(SCREEN, '<qt:table id="t">|</qt:table>')],
    'qt:option': [within(SCREEN, '<qt:menu id="t">|</qt:menu>')],
    'qt:tab': [within(SCREEN, '<qt:tabs id="t">|</qt:tabs>')],
    'ui:column': [within(COMPONENT, '<ui:table source="{a}">|</ui:table>')],
    'ui:theme': [UI],
    'ui:color': [within(UI, '<ui:theme name="t">|</ui:theme>')],
}

DEFAULTS = {
    'q': [COMPONENT],
    'ui': [COMPONENT],
    'qg': [SCENE, GAME, within(SCENE, '<qg:sprite id="s">|</qg:sprite>')],
    'qt': [SCREEN, TERMINAL],
    'test': [STEP],
}

# Attributes that make the tag acceptable; more than one set where branches read different ones.
SAMPLES = {
    'q:component': [{'name': 'P'}],
    'q:application': [{'id': 'p', 'type': 'ui'}, {'id': 'p', 'type': 'game'}, {'id': 'p', 'type': 'terminal'}],
    'q:param': [{'name': 'a'}],
    'q:return': [{'value': '1'}],
    'q:set': [{'name': 'a', 'value': '1'}],
    'q:if': [{'condition': '1'}],
    'q:elseif': [{'condition': '1'}],
    'q:loop': [{'var': 'a', 'from': '1', 'to': '2'}, {'var': 'a', 'items': '{b}', 'type': 'array'},
               {'var': 'a', 'items': 'a,b', 'type': 'list'}, {'query': 'b'}],
    'q:function': [{'name': 'f'}],
    'q:query': [{'name': 'a', 'datasource': 'd'}, {'name': 'a', 'source': 'b'},
                {'name': 'a', 'datasource': 'd', 'paginate': 'true'}],
    'q:param@q:query': [{'name': 'a', 'value': '1'}],
    'q:invoke': [{'name': 'a', 'url': 'http://h'}, {'name': 'a', 'function': 'f'}, {'name': 'a', 'service': 's'},
                 {'name': 'a', 'component': 'C'}],
    'q:param@q:invoke': [{'name': 'a', 'value': '1'}],
    'q:header@q:invoke': [{'name': 'a', 'value': '1'}],
    'q:data': [{'name': 'a', 'source': 'a.csv'}, {'name': 'a', 'source': 'a.json', 'type': 'json'},
               {'name': 'a', 'source': 'a.xml', 'type': 'xml'}, {'name': 'a', 'source': '{b}', 'type': 'transform'}],
    'q:column': [{'name': 'a'}],
    'q:field': [{'name': 'a', 'xpath': 'b'}],
    'q:header@q:data': [{'name': 'a', 'value': '1'}],
    'q:filter': [{'condition': '{a}'}],
    'q:sort': [{'by': 'a'}],
    'q:limit': [{'value': '3'}],
    'q:compute': [{'field': 'a', 'expression': '{b}'}],
    'q:log': [{'message': 'm', 'level': 'info'}, {'level': 'info'}],
    'q:dump': [{'var': '{a}'}],
    'q:file': [{'file': '{a}', 'destination': './u'}, {'file': '{a}', 'action': 'delete'}],
    'q:mail': [{'to': 'a@b.c', 'subject': 's'}],
    'q:attachment': [{'file': 'a.pdf'}],
    'q:action': [{'name': 'f'}, {'name': 'f', 'table': 't', 'datasource': 'd'}],
    'q:redirect': [{'url': '/'}],
    'q:flash': [{'message': 'm'}],
    'q:import': [{'component': 'C'}, {'behavior': 'b'}, {'prefab': 'p'}, {'tilemap': 't'}],
    'q:llm': [{'name': 'a', 'model': 'm'}, {'name': 'a', 'model': 'm', 'knowledge': 'k'}],
    'q:knowledge': [{'name': 'a'}],
    'q:source': [{}, {'type': 'file', 'path': 'a.md'}, {'type': 'directory', 'path': 'd'},
                 {'type': 'query', 'datasource': 'd'}],
    'q:agent': [{'name': 'a', 'model': 'm'}],
    'q:tool': [{'name': 'a', 'description': 'd'}],
    'q:execute': [{'task': 't'}],
    'q:team': [{'name': 'a'}],
    'q:message': [{'name': 'a', 'topic': 't'}, {'name': 'a', 'queue': 't'}],
    'q:header@q:message': [{'name': 'a', 'value': '1'}],
    'q:subscribe': [{'name': 'a', 'topic': 't'}, {'name': 'a', 'queue': 't'}],
    'q:queue': [{'name': 'a'}],
    'q:websocket': [{'name': 'a', 'url': 'ws://h'}],
    'q:websocket-send': [{'connection': 'a', 'message': 'm'}],
    'q:websocket-close': [{'connection': 'a'}],
    'q:schedule': [{'name': 'a', 'interval': '5m'}, {'name': 'a', 'cron': '* * * * *'}],
    'q:thread': [{'name': 'a'}],
    'q:job': [{'name': 'a'}],
    'q:onEvent': [{'event': 'e'}],
    'q:dispatchEvent': [{'event': 'e'}],
    'q:pyimport': [{'module': 'm'}],
    'q:class': [{'name': 'A'}],
    'q:pyclass': [{'name': 'A'}],
    'q:decorator': [{'name': 'A'}],
    'q:pydecorator': [{'name': 'A'}],
    'q:persist': [{'name': 'a'}],
    'q:route': [{'path': '/'}],
    'q:test': [{'name': 't'}],
    'ui:tab': [{'title': 't'}],
    'ui:section': [{'title': 't'}],
    'ui:column': [{'key': 'a'}],
    'ui:pager': [{'for': 'a'}],
    'ui:history': [{'table': 't', 'key': '1', 'datasource': 'd'}],
    'ui:stream': [{'for': 'a'}],
    'ui:image': [{'src': 'a.png'}],
    'ui:link': [{'to': '/'}],
    'ui:validator': [{'name': 'a', 'min': '1'}, {'name': 'a', 'max': '1'}],
    'ui:animate': [{'type': 'fade-in'}],
    'ui:step': [{'title': 't'}],
    'ui:color': [{'name': 'a', 'value': '#fff'}],
    'ui:table': [{}, {'edit': 't', 'datasource': 'd', 'source': '{a}'}],
    'ui:input': [{}, {'search': 's', 'bind': 'b'}, {'rows': '3'}],
    'qg:event': [{'name': 'e', 'handler': 'h'}, {'name': 'e', 'action': 'a'}],
    'qg:on-collision': [{'action': 'a', 'with-id': 'b'}, {'action': 'a', 'with-tag': 'c'}],
    'test:given': [{'table': 't'}],
    'test:as': [{'user': 'u'}],
    'test:submit': [{'action': 'a'}],
    'test:expect': [{'redirect': '/'}, {'table': 't'}, {'history': 't'}, {'var': 'a', 'value': '1'}, {'error': 'f'}],
}

# What stands inside the tag that is asked about.
BODIES = {
    'q:query': 'SELECT 1',
    'q:param@q:query': '',
    'q:llm': '<q:prompt>x</q:prompt>',
    'q:agent': '<q:instruction>x</q:instruction><q:execute task="t"/>',
    'q:team': '',
    'q:log': 'x',
    'q:else': '<q:set name="a" value="1"/>',
    'q:onMessage': '<q:set name="a" value="1"/>', 'q:onError': '<q:set name="a" value="1"/>',
    'q:shared': '<q:set name="a" value="1"/>', 'q:transform': '<q:limit value="3"/>',
    'q:prompt': 'x', 'q:system': 'x', 'q:message@q:llm': 'x', 'q:instruction': 'x',
    'q:knowledge': '<q:source type="text">x</q:source>',
    'q:source': 'SELECT 1',
    'q:python': 'a = 1', 'q:class': 'pass', 'q:pyclass': 'pass', 'q:decorator': 'return f', 'q:pydecorator': 'return f',
    'q:test': '<test:visit/>',
    'q:subscribe': '<q:onMessage><q:set name="a" value="1"/></q:onMessage>',
    'q:schedule': '<q:set name="a" value="1"/>',
    'q:thread': '<q:set name="a" value="1"/>',
    'q:application': '',
    'q:message': '<q:body>x</q:body>',
    'q:data': '<q:column name="a" type="string"/>',
}

export const filter = {
  'filter.filter': 'Filter',
  'filter.example': 'type:SEND from:A dest:/topic/* body~/ada/ size>1k errors',
  'filter.shown': '{shown} of {total} shown',
  'filter.clear': 'clear filter',
  'filter.unknown-field': 'There is no “{field}”. You can ask for {fields}, or type plain text.',
  'filter.no-value': '“{field}” needs something after it.',
  'filter.bad-size': '“{size}” is no size. Write size>1k, size<=200 or size:92.',
  'filter.bad-pattern': '“{pattern}” is no regular expression that can be read.',
  'filter.unknown-layer': 'There is no layer “{layer}”: {layers}.',
  'filter.unknown-direction': 'A direction is in or out, not “{direction}”.',
  'filter.unknown-flag': 'There is no “is:{flag}”: {flags}.',
  'filter.open-quote': 'A quotation mark is open. Nothing is hidden until it is closed.',
} as const

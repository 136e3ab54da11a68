export const search = {
  'search.search': 'Search the trace',
  'search.example': 'ada type:SEND',
  'search.about': 'The search marks what matches and hides nothing.',
  'search.matches': 'Matches',
  'search.position': '{position} of {total}',
  'search.previous': 'Previous match (Shift N)',
  'search.next': 'Next match (N)',
  'search.close': 'End the search',
} as const

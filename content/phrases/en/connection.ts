export const connection = {
  'connection.lost': 'I cannot see the server ({seconds} s). Your clients still work.',
  'connection.restarted': 'The server began anew, and so does this trace.',
  'connection.evicted': 'The oldest part of the trace is no longer kept; this is what is left.',
  'connection.unreadable': 'The server said something that this page does not understand. Reload the page.',
  'connection.behind': '{events} events are still on their way to this page.',
  'connection.dismiss': 'Dismiss',
} as const

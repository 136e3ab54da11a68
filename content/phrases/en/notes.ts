export const notes = {
  'notes.region': 'Notes',
  'notes.loading': 'The notes are being opened…',
} as const

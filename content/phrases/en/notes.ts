export const notes = {
  'notes.region': 'Notes',
  'notes.loading': 'The notes are being opened…',
  'notes.correction': 'Correction',
  'notes.experiment-weird': 'Weird',
  'notes.experiment-useful': 'Useful',
  'notes.experiment-tutorial': 'Tutorial',
} as const

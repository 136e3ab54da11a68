export const notes = {
  'notes.region': 'Notes',
  'notes.loading': 'The notes are being opened…',
  'notes.correction': 'Correction',
  'notes.experiment-weird': 'Weird',
  'notes.experiment-useful': 'Useful',
  'notes.experiment-tutorial': 'Tutorial',
  'notes.chapter': 'Chapter',
  'notes.chapters': 'Chapters',
  'notes.chapter-of': 'Chapter {chapter} of {total}',
  'notes.previous-chapter': 'Previous chapter',
  'notes.next-chapter': 'Next chapter',
  'notes.glossary': 'Glossary',
} as const

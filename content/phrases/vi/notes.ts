export const notes = {
  'notes.region': 'Ghi chú',
  'notes.loading': 'Đang mở ghi chú…',
  'notes.correction': 'Đính chính',
  'notes.experiment-weird': 'Lạ',
  'notes.experiment-useful': 'Hữu ích',
  'notes.experiment-tutorial': 'Từng bước',
} as const

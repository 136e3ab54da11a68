export const notes = {
  'notes.region': 'Ghi chú',
  'notes.loading': 'Đang mở ghi chú…',
  'notes.correction': 'Đính chính',
  'notes.experiment-weird': 'Lạ',
  'notes.experiment-useful': 'Hữu ích',
  'notes.experiment-tutorial': 'Từng bước',
  'notes.chapter': 'Chương',
  'notes.chapters': 'Các chương',
  'notes.chapter-of': 'Chương {chapter} trên {total}',
  'notes.previous-chapter': 'Chương trước',
  'notes.next-chapter': 'Chương sau',
  'notes.glossary': 'Bảng thuật ngữ',
} as const

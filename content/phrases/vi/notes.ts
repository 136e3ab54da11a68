export const notes = {
  'notes.region': 'Ghi chú',
  'notes.loading': 'Đang mở ghi chú…',
} as const

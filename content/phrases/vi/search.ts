export const search = {
  'search.search': 'Tìm trong trace',
  'search.example': 'ada type:SEND',
  'search.about': 'Tìm kiếm chỉ đánh dấu chỗ khớp, không ẩn gì cả.',
  'search.matches': 'Các chỗ khớp',
  'search.position': '{position} trên {total}',
  'search.previous': 'Chỗ khớp trước (Shift N)',
  'search.next': 'Chỗ khớp sau (N)',
  'search.close': 'Kết thúc tìm kiếm',
}

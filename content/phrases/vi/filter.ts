export const filter = {
  'filter.filter': 'Bộ lọc',
  'filter.example': 'type:SEND from:A dest:/topic/* body~/ada/ size>1k errors',
  'filter.shown': 'hiện {shown} trên {total}',
  'filter.clear': 'bỏ lọc',
  'filter.unknown-field': 'Không có “{field}”. Có thể hỏi {fields}, hoặc gõ chữ bình thường.',
  'filter.no-value': 'Sau “{field}” còn thiếu giá trị.',
  'filter.bad-size': '“{size}” không phải kích thước. Hãy viết size>1k, size<=200 hoặc size:92.',
  'filter.bad-pattern': '“{pattern}” không phải biểu thức chính quy đọc được.',
  'filter.unknown-layer': 'Không có tầng “{layer}”: {layers}.',
  'filter.unknown-direction': 'Chiều là in hoặc out, không phải “{direction}”.',
  'filter.unknown-flag': 'Không có “is:{flag}”: {flags}.',
  'filter.open-quote': 'Có dấu nháy chưa đóng. Chưa có gì bị ẩn cho tới khi nó được đóng.',
}

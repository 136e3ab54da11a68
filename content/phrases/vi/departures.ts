export const departures = {
  'departures.padding-dropped': 'Các ví dụ của STOMP 1.0 đặt một dấu cách sau dấu hai chấm, nên bên nhận cần bỏ nó đi.',
  'departures.padding-kept': 'Tên và giá trị được giữ nguyên, kể cả dấu cách.',
  'departures.length-refused': 'content-length là số octet; mọi giá trị khác làm cho frame không hợp lệ.',
  'departures.length-ignored': 'Header này bị bỏ qua, và body kéo dài đến NUL đầu tiên.',
  'departures.late-lf-awaited': 'Frame có thể bị cắt ở bất cứ đâu: sau CR, LF có thể đến cùng message tiếp theo.',
  'departures.late-lf-refused': 'LF phải nằm trong cùng WebSocket message với CR, nếu không client nhận ERROR.',
  'departures.stray-nuls-skipped': 'Các NUL giữa hai frame không mang gì; các broker đều bỏ qua chúng.',
  'departures.stray-nuls-in-command': 'Chúng trở thành một phần của command tiếp theo, một command không ai biết.',
  'departures.carriage-return-undefined':
    'Trước STOMP 1.2, \\r không phải là escape, và escape không xác định là lỗi nặng.',
  'departures.version-plays-no-part': 'Phiên bản nào cũng dùng đúng bốn escape: \\r, \\n, \\c và \\\\.',
  'departures.backslash-literal': 'STOMP 1.0 không có escape: dấu gạch chéo ngược chỉ là chính nó.',
  'departures.nul-in-headers-refused': 'Dòng header không chứa NUL: thiếu dòng trống thì frame bị hỏng.',
  'departures.nul-in-headers-awaited': 'Nó chờ phần cuối của một dòng header không bao giờ đến.',
  'departures.limit-headers': 'Server có thể giới hạn số header của một frame.',
  'departures.limit-header-line': 'Server có thể giới hạn độ dài của một dòng header.',
  'departures.limit-body': 'Server có thể giới hạn độ dài của body.',
  'departures.only-buffer-limited':
    'Chỉ số octet đang chờ trong decoder bị giới hạn, mặc định là 64 KiB nếu không cấu hình khác.',
} as const

export const transports = {
  'transports.ladder': 'Các transport đã thử',
  'transports.opened': 'đã mở',
  'transports.failed': 'thất bại',
  'transports.pending': 'đang thử',
  'transports.answered': 'đã trả lời',

  'transports.info-answered': '{status}, {took} ms',
  'transports.info-took': '{took} ms',
  'transports.info-asked': 'đã hỏi',

  'transports.trying': 'chưa có trả lời',
  'transports.seconds-left': 'còn {seconds} giây',
  'transports.seconds-left-of': 'còn {seconds} giây, theo timer cũ của {transport}',
  'transports.opened-after': 'mở sau {took} ms',
  'transports.timed-out': 'không mở được trong {took} ms',
  'transports.cut-off': 'bị timer cũ của {transport} cắt sau {took} ms',
  'transports.left': 'bỏ để thử cái tiếp theo',
  'transports.status': '{status}',
  'transports.status-refused': '{status}, {refusal}',
  'transports.refusal-handshake-interceptor': 'một HandshakeInterceptor từ chối',
  'transports.refusal-origin': 'Origin không được phép',
  'transports.refusal-method': 'không phải GET',
  'transports.refusal-upgrade': 'không có Upgrade',
  'transports.refusal-connection': 'không có Connection: Upgrade',
  'transports.refusal-key': 'không có Sec-WebSocket-Key',
  'transports.refusal-version': 'sai phiên bản',
  'transports.refusal-sub-protocol': 'không có sub-protocol chung',
  'transports.refusal-capacity': 'quá nhiều phiên',
  'transports.then': 'tiếp theo {transport}',
  'transports.then-more': 'tiếp theo {transport} và {more} cái nữa',
  'transports.nothing-left': 'đóng với mã {code}',

  'transports.url': 'Các phần của URL',
  'transports.url-base': 'đường dẫn của endpoint',
  'transports.url-server': 'server: 3 chữ số ngẫu nhiên, để load balancer đưa cả phiên về cùng một máy',
  'transports.url-session': 'session: 8 ký tự ngẫu nhiên, mới cho mỗi transport được thử',
  'transports.url-segment': 'transport: server phải trả lời theo cách nào',

  'transports.connections':
    'Nó sẽ giữ một trong 6 kết nối HTTP/1.1 mà trình duyệt mở tới một server. Đang bị giữ: {held}.',
  'transports.connections-all':
    '{held} trong 6 kết nối HTTP/1.1 tới server đang bị giữ: thêm một nữa thì trình duyệt này không gửi được gì.',
} as const

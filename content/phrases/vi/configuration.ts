import type { configuration as english } from '../en/configuration.ts'

export const configuration = {
  'configuration.title': 'Cấu hình',
  'configuration.intro': 'Ứng dụng được thiết lập ra sao. Đổi cấu hình là khởi động lại ứng dụng.',
  'configuration.loading': 'Chờ một chút…',
  'configuration.recorded': 'Bản ghi không có lab nào để cấu hình. Tại vị trí đang xem, {name} đang chạy.',
  'configuration.out-of-sight': 'Không thấy server: chưa áp dụng được gì cho tới khi nó trả lời.',

  'configuration.price-nobody': 'Chưa có ai kết nối: áp dụng không đóng kết nối nào.',
  'configuration.price-one': 'Áp dụng sẽ đóng 1 session với mã 1012.',
  'configuration.price': 'Áp dụng sẽ đóng {count} session với mã 1012.',
  'configuration.price-returning': 'Tự kết nối lại: {names}.',
  'configuration.price-staying': 'Phải kết nối lại trong thẻ của mình: {names}.',
  'configuration.price-elsewhere': 'Của trang khác và chương trình khác: {count}.',

  'configuration.list': 'Các cấu hình có tên',
  'configuration.at-cursor': 'tại vị trí đang xem',
  'configuration.apply': 'Áp dụng',
  'configuration.apply-name': 'Áp dụng {name}',
  'configuration.runs': 'Đang chạy',
  'configuration.runs-name': 'Đang chạy: {name}',
  'configuration.applied': '{name} đang chạy.',
  'configuration.applied-behind': '{name} đang chạy. Hình đang ở một thời điểm trước đó: bấm Về hiện tại.',
  'configuration.refused': 'Chưa có gì thay đổi. {message}',

  'configuration.options': 'Tùy chọn của lab',
  'configuration.option-deflate': 'permessage-deflate',
  'configuration.option-deflate-about': 'Nén message khi client đề nghị, như dưới Tomcat.',
  'configuration.option-heart-beats': 'Heart-beat của broker',
  'configuration.option-heart-beats-about': 'setHeartbeatValue 1.000 ms mỗi chiều, kèm một TaskScheduler.',

  'configuration.custom': 'tự pha',
  'configuration.about-custom': 'Không trùng cấu hình có tên nào: tạo bằng tùy chọn của lab, hoặc bằng script.',
  'configuration.about-default': 'Điểm xuất phát của bài học: /app cho controller, /topic và /queue cho broker.',
  'configuration.about-heartbeat':
    'Broker có nhịp. Đặt heart-beat 1000 ms trong tùy chọn của client, kết nối, rồi nhìn trái tim của nó.',
  'configuration.about-errorHandler':
    'Có StompSubProtocolErrorHandler: frame ERROR nêu đúng receipt mà client đã yêu cầu.',
  'configuration.about-ordered':
    'preserveReceiveOrder và preservePublishOrder: lặp lại một lần Gửi, không gì vượt nhau nữa.',
  'configuration.about-noPrefixes':
    'Không prefix: handler nào cũng nhận mọi destination. Gửi lời chào và xem ai trả lời.',
  'configuration.about-appWs': 'Endpoint là /random-address, prefix là /ws: SEND tới /app không còn ai nhận.',
  'configuration.about-requireToken':
    'CONNECT không có token sẽ nhận ERROR. Chọn token hợp lệ trong tùy chọn của client rồi kết nối.',
  'configuration.about-selector':
    'SUBSCRIBE được mang header selector. Viết một frame trong mục Soạn frame: nó chỉ nhận thứ khớp.',
  'configuration.about-sockjsFast':
    'SockJS với thời hạn ngắn: luồng kết thúc sau 300 octet, mỗi giây hai frame h. Chọn xhr-streaming.',
  'configuration.about-sockjsNoWebSocket':
    'SockJS không có WebSocket: chọn Auto (SockJS) và xem nó dừng ở transport nào.',
  'configuration.about-handshake':
    'Thêm hai endpoint. Mở /vetoed trong mục Soạn frame: một HandshakeInterceptor từ chối.',
  'configuration.about-small':
    'Decoder giữ tối đa 1.024 octet. Viết một frame dài hơn mà thiếu NUL trong mục Soạn frame: ERROR.',
  'configuration.about-deflate':
    'Được nén: Gửi lời chào, rồi tìm RSV1 và message đã giải nén ở tầng WebSocket của inspector.',
} as const satisfies Record<keyof typeof english, string>

import type { TermName } from './terms.ts'

export const definitions: Readonly<Record<TermName, string>> = {
  websocket:
    'Giao thức (RFC 6455) giữ một kết nối luôn mở để hai bên gửi message cho nhau bất cứ lúc nào. Nó bắt đầu bằng một HTTP request, sau đó không còn là HTTP nữa.',
  'full-duplex': 'Cả hai chiều dùng được cùng lúc, không bên nào phải chờ tới lượt.',
  handshake: 'Cặp HTTP request/response mà trong đó client và server thống nhất chuyển sang nói WebSocket.',
  upgrade:
    'Header của HTTP/1.1 mà client dùng để xin đổi giao thức ngay trên kết nối đang có. Đây là header hop-by-hop nên proxy nào ở giữa cũng phải được cấu hình để chuyển tiếp nó.',
  '101-switching-protocols': 'Status code kết thúc phần HTTP: mọi byte sau nó thuộc về WebSocket.',
  'sec-websocket-key-accept':
    'Một giá trị ngẫu nhiên và chuỗi hash mà server tính ra từ nó, chứng tỏ phía kia thật sự hiểu WebSocket. Nó không phải mật khẩu, cũng không mã hoá gì cả.',
  'sub-protocol':
    'Thoả thuận về ý nghĩa của message, được thương lượng qua header Sec-WebSocket-Protocol; ví dụ v12.stomp.',
  'ws-wss': 'Hai scheme của WebSocket: không mã hoá và có TLS. Trang tải bằng https chỉ được dùng wss.',
  'frame-websocket':
    'Đơn vị nhỏ nhất trên đường truyền: phần header 2–14 byte cộng payload. Một hay nhiều frame ghép lại thành một message.',
  opcode: 'Bốn bit cho biết frame thuộc loại nào: continuation, text, binary, close, ping hay pong.',
  masking:
    'Phép XOR payload từ client lên server với một khoá ngẫu nhiên 4 byte, để kẻ xấu không thể tự chọn chuỗi byte đi qua proxy.',
  'control-frame':
    'Frame close, ping hoặc pong: tối đa 125 byte, không được chia nhỏ, và có thể chen giữa các mảnh của một message.',
  'close-code':
    'Con số trong Close frame nói lý do đóng; riêng 1005 và 1006 chỉ do phía mình tự báo, không bao giờ được gửi đi.',
  polling: 'Cứ một khoảng thời gian cố định lại hỏi server xem có gì mới không.',
  'long-polling':
    'Request mà server giữ lại cho đến khi có dữ liệu mới trả về; client nhận xong lập tức gửi request khác.',
  'http-streaming': 'Một response không kết thúc, server cứ ghi thêm dữ liệu vào đó.',
  'server-sent-events-eventsource':
    'Định dạng văn bản và API chuẩn của trình duyệt để nhận dữ liệu một chiều từ server, có sẵn reconnect và Last-Event-ID.',
  sockjs:
    'Thư viện kiêm giao thức cung cấp đối tượng giống WebSocket và tự lùi về các transport HTTP khi không dùng được WebSocket. Nó có URL và cách đóng gói riêng.',
  'transport-sockjs':
    'Một cách cụ thể để chuyên chở session SockJS: websocket, xhr-streaming, eventsource, xhr-polling…',
  fallback: 'Thử transport kế tiếp, tương thích hơn, khi transport trước thất bại.',
  info: 'Request đầu tiên của SockJS, cho biết server có bật WebSocket không và đo thời gian khứ hồi.',
  'sticky-session': 'Quy tắc của load balancer: mọi request của cùng một session phải đến đúng một instance.',
  stomp:
    'Giao thức messaging gọn nhẹ dạng văn bản: command, header, body và một byte NUL. Nó không phụ thuộc WebSocket.',
  'stomp-frame': 'Một đơn vị của STOMP như SEND hay MESSAGE, không phải là frame của WebSocket.',
  'nul-octet': 'Byte 0 kết thúc mỗi STOMP frame; thiếu nó bên nhận sẽ cứ chờ mãi.',
  'content-length': 'Số octet (không phải số ký tự) trong body của STOMP frame, không tính byte NUL.',
  destination: 'Chuỗi trong frame cho biết message đi đâu. Nó không phải URL, ý nghĩa ra sao là do server quy định.',
  endpoint: 'URL thực hiện handshake, ví dụ /ws. Mọi endpoint trong ứng dụng dùng chung các channel và broker.',
  'application-destination-prefix':
    'Tiền tố (ví dụ /app) dùng để đưa message đến method của controller; nó bị cắt đi trước khi so khớp.',
  clientinboundchannel: 'Channel chuyển các frame đã giải mã từ client tới mọi handler quan tâm.',
  brokerchannel: 'Channel mà code của ứng dụng dùng để giao message cho broker.',
  clientoutboundchannel: 'Channel đưa message về phía session của client, chạy trên một thread pool.',
  channelinterceptor: 'Đoạn code nhìn thấy mọi message trước khi vào channel, có thể sửa, chặn hoặc từ chối.',
  messagemapping: 'Gắn một method với destination, tính sau khi đã bỏ tiền tố ứng dụng.',
  sendto: 'Chỉ định destination sẽ broadcast giá trị trả về của handler.',
  subscribemapping: 'Trả lời một lần cho chính client vừa SUBSCRIBE, không lưu subscription nào.',
  simpmessagingtemplate: 'Lớp tiện ích để gửi message vào brokerChannel từ bất kỳ đâu trong ứng dụng.',
  'simple-broker':
    'Broker nằm trong bộ nhớ của Spring: lưu danh sách subscription rồi gửi lần lượt. Không có ACK, không lưu message, chỉ một instance.',
  subscription: 'Yêu cầu thường trực (có id) của một session muốn nhận message của một destination.',
  'publish-subscribe-point-to-point':
    'Một message tới mọi subscriber so với một message tới đúng một consumer. Với simple broker, /topic và /queue chỉ khác nhau ở cái tên.',
  'user-destination':
    'Destination bắt đầu bằng /user, được Spring dịch thành destination riêng cho từng session của người dùng đó.',
  principal: 'Đối tượng mang tên người dùng của session; message gửi đích danh tìm đường bằng chính tên này.',
  'heart-beat':
    'Tín hiệu gửi đi chỉ để chứng minh bên kia còn sống. Trong STOMP đó là một ký tự xuống dòng, hai chiều thương lượng riêng.',
  'half-open-connection':
    'Kết nối mà một bên tưởng còn mở trong khi bên kia đã mất; chỉ lộ ra khi ghi lỗi hoặc trượt heart-beat.',
  'ack-nack':
    'Frame do client gửi để xác nhận hoặc từ chối message đã nhận, khi subscription yêu cầu và broker có hỗ trợ.',
  receipt: 'Xác nhận của server rằng đã xử lý xong frame có header receipt.',
  'error-frame': 'Lời cuối của server: mô tả lỗi rồi bắt buộc phải đóng kết nối.',
  'backpressure-slow-consumer':
    'Tình huống client đọc chậm hơn tốc độ message đến; server phải chọn: đệm lại, bỏ bớt hoặc ngắt kết nối.',
  'broker-relay':
    'Handler mở một kết nối TCP tới STOMP broker bên ngoài cho mỗi session client và chuyển tiếp frame hai chiều.',
  'cross-site-websocket-hijacking':
    'Kiểu tấn công trong đó trang web lạ mở socket kèm cookie của nạn nhân vì server không kiểm tra Origin.',
}

import type { gates as english } from '../en/gates.ts'

export const gates = {
  'gates.region': 'Cổng',
  'gates.breakpoint-G1': 'Breakpoint G1: trước khi trả lời bước bắt tay hay yêu cầu SockJS (HandshakeInterceptor)',
  'gates.breakpoint-short-G1': 'Breakpoint G1',
  'gates.short-G1': 'G1 · trước câu trả lời',
  'gates.condition': 'Điều kiện',
  'gates.condition-hint': 'để trống: tất cả · from:B · type:Upgrade · path:*/websocket',
  'gates.condition-wrong': '“{part}” không phải điều kiện: hãy viết key:value, như from:B',
  'gates.remove': 'Bỏ breakpoint {gate}',
  'gates.held': 'Đang giữ {what} của {who}',
  'gates.waits': 'đã chờ {seconds} s',
  'gates.gives-up': 'SockJS bỏ {transport} sau {seconds} s nữa',
  'gates.gave-up': 'SockJS đã bỏ {transport}',
  'gates.release': 'Cho qua',
  'gates.release-all': 'Cho qua tất cả',
  'gates.drop': 'Từ chối',
  'gates.drop-hint': 'Từ chối: 403, như một HandshakeInterceptor trả về false',
  'gates.stretch': 'Kéo dài timer của client trong khi tôi xem',
  'gates.stretch-hint': 'Kết nối SockJS kế tiếp của trang này cho mỗi transport một phút',
} as const satisfies Record<keyof typeof english, string>

export const connection = {
  'connection.lost': 'Tôi không thấy server ({seconds} giây). Các client của bạn vẫn hoạt động.',
  'connection.restarted': 'Server đã bắt đầu lại, nên trace này cũng bắt đầu lại.',
  'connection.evicted': 'Phần cũ nhất của trace không còn được giữ; đây là phần còn lại.',
  'connection.unreadable': 'Server đã gửi điều mà trang này không hiểu. Hãy tải lại trang.',
  'connection.behind': 'Còn {events} sự kiện đang trên đường tới trang này.',
  'connection.dismiss': 'Ẩn thông báo',
} as const

export const choice = {
  'choice.recommendation': 'Gợi ý',
  'choice.freshness': 'Tin phải mới tới mức nào?',
  'choice.minutes': 'trễ vài phút cũng được',
  'choice.seconds': 'trễ vài giây cũng được',
  'choice.at-once': 'ngay lập tức',
  'choice.rate': 'Bao lâu có tin một lần?',
  'choice.rare': 'vài lần mỗi giờ',
  'choice.some': 'vài lần mỗi phút',
  'choice.many': 'nhiều lần mỗi giây',
  'choice.direction': 'Tin đi theo chiều nào?',
  'choice.down': 'chỉ xuống trình duyệt',
  'choice.mostly-down': 'xuống trình duyệt, hiếm khi ngược lên',
  'choice.both': 'cả hai chiều, nhiều như nhau',
  'choice.network': 'Ở giữa là gì?',
  'choice.own': 'mạng của chính bạn',
  'choice.internet': 'Internet',
  'choice.strict': 'proxy hay giữ lại và gỡ mất Upgrade',
  'choice.because-may-wait':
    'là đủ: không ai phải chờ, nên chừng mỗi phút một request chẳng tốn bao nhiêu, mà server và proxy nào cũng làm được.',
  'choice.because-both':
    'sinh ra để làm việc này: lên hay xuống, mỗi message chỉ tốn vài octet thay vì cả một request.',
  'choice.because-both-but-strict':
    'thử WebSocket trước; chỗ nào proxy gỡ mất Upgrade, nó đi tiếp bằng những request bình thường, code bên trên không đổi.',
  'choice.because-buffered':
    'đi lọt: mỗi response kết thúc cùng với tin của nó, nên proxy không có gì để giữ lại, và nhiều message đi chung một response.',
  'choice.because-only-down':
    'là đủ: một response không bao giờ hết mang về mọi thứ, và trình duyệt tự mở lại nó. Không có gì phải gửi lên.',
  'choice.because-little-up':
    'là đủ: một response mang về mọi thứ, còn chút ít phải gửi lên thì thỉnh thoảng một POST vẫn rẻ hơn thêm một giao thức.',
} as const

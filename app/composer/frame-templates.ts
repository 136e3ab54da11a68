/** Frames to begin with, as the text field shows them (STOMP 1.2, Client Frames). */
export const FRAME_TEMPLATES: Readonly<Record<string, string>> = {
  CONNECT: 'CONNECT\naccept-version:1.2\nhost:localhost\n\n^@',
  SUBSCRIBE: 'SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n^@',
  SEND: 'SEND\ndestination:/app/hello\ncontent-type:application/json\n\n{"name":"Ada"}^@',
  UNSUBSCRIBE: 'UNSUBSCRIBE\nid:sub-0\n\n^@',
  ACK: 'ACK\nid:0\n\n^@',
  BEGIN: 'BEGIN\ntransaction:tx-0\n\n^@',
  DISCONNECT: 'DISCONNECT\nreceipt:bye\n\n^@',
}

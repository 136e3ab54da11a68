export { SOCKJS_FRAME_CODEC, type SockJsDecoded, type SockJsFrameCodec } from './sock-js-frame-codec.ts'
export { SOCKJS_HEARTBEAT_FRAME, SOCKJS_OPEN_FRAME, sockJsCloseFrame, sockJsMessageFrame } from './sockjs-frame.ts'
export { decodeSockJsMessages } from './sockjs-message-codec.ts'

/** Pixels for each unit of the picture, for screens of twice the density. */
const DENSITY = 2

/** The picture as octets; null: the browser cannot draw it that large. */
export async function pngOf(svg: string): Promise<Blob | null> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.naturalWidth * DENSITY
  canvas.height = picture.naturalHeight * DENSITY
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

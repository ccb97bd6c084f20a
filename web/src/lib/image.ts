/** Photos leave the phone small and without their location. */
export const MAX_EDGE = 1600

export function fitWithin(width: number, height: number, edge = MAX_EDGE): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Redrawing through a canvas drops every metadata block (EXIF, GPS, thumbnails); the picture is turned upright first.
 * A picture that the browser cannot read is refused rather than sent as it is.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const size = fitWithin(bitmap.width, bitmap.height)
    const canvas = document.createElement('canvas')
    canvas.width = size.width
    canvas.height = size.height
    const context = canvas.getContext('2d')
    if (!context) throw new Error('canvas')
    context.drawImage(bitmap, 0, 0, size.width, size.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82))
    if (!blob) throw new Error('canvas')
    // The name may tell place and time as well.
    return new File([blob], `anh-${Date.now()}.jpg`, { type: 'image/jpeg' })
  } finally {
    bitmap.close()
  }
}

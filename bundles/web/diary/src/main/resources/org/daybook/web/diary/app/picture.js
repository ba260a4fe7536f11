/** Makes a photo small before it is kept and sent; what the camera wrote into the file stays out. */

const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

/**
 * A JPEG of a file.
 *
 * @throws if the file is no picture that this phone can show
 */
export async function shrunk(file) {
  const picture = await createImageBitmap(file, {imageOrientation: 'from-image'});
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (!blob) {
    throw new Error('the picture cannot be written');
  }
  return blob;
}

/* A picture from the camera, made small on the device and without what the camera wrote into it. */
const LONGEST = 2000; /* pixels */
const QUALITY = 0.82;

export class NoPicture extends Error {}

/* The bytes of a JPEG of at most 2,000 pixels a side. */
export async function reduced(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new NoPicture();
  }
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const made = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  return new Uint8Array(await made.arrayBuffer());
}

/* Draws it into a canvas of the page: no address leads to a picture that is not sent yet. */
export async function show(bytes, canvas) {
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  canvas.width = 360;
  canvas.height = Math.round((360 * picture.height) / picture.width);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}
